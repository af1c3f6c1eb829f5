import { randomUUID } from 'node:crypto'
import { rowOf } from './account-rows.ts'
import { writeAudit } from './audit.ts'
import { newSecret } from './set-up-link.ts'
import type { StaffParts, Tx } from './staff-parts.ts'
import { mayWork } from './working-agents.ts'

/** The account a code opens; an agent's is made the first time. Undefined when it, or the agent, is switched off. */
export async function accountOfAgent(
  tx: Tx,
  parts: StaffParts,
  { agent_id, staff_id }: { readonly agent_id: string | null; readonly staff_id: string | null },
): Promise<string | undefined> {
  const known = await tx
    .selectFrom('staff')
    .select(['id', 'active'])
    .where((is) => is.or([is('id', '=', staff_id), is('agent_id', '=', agent_id)]))
    .executeTakeFirst()
  if (known) return known.active ? known.id : undefined
  if (agent_id === null) return undefined
  const agent = await tx
    .selectFrom('agent')
    .select(['id', 'name'])
    .where('id', '=', agent_id)
    .where(mayWork(parts))
    .executeTakeFirst()
  return agent && makeAccount(tx, parts, agent)
}

async function makeAccount(
  tx: Tx,
  parts: StaffParts,
  agent: { readonly id: string; readonly name: string },
): Promise<string> {
  const id = randomUUID()
  const login = `dai-ly.${agent.id}`
  const account = { login, name: agent.name, role: 'agent', agent: agent.id } as const
  await tx
    .insertInto('staff')
    .values(rowOf(parts, id, account, newSecret()))
    .execute()
  const after = { login, role: 'agent', agent: agent.id }
  await writeAudit(tx, parts, { actor: login, action: 'account.create', subject: login, after })
  return id
}
