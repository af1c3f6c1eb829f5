import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { AgentCodes, Reached } from '../../../staff/ports.ts'
import { accountOfAgent } from './agent-accounts.ts'
import { emailHash } from './account-rows.ts'
import { newToken, type StaffParts } from './staff-parts.ts'
import { mayWork, workingAgent } from './working-agents.ts'

const CODE_MINUTES = 10
const MOST_WRONG = 5

export function openAgentCodes(parts: StaffParts): AgentCodes {
  return {
    reach: (at) => reach(parts, at),
    issue: (reached) => issue(parts, reached),
    redeem: (challenge, code) => redeem(parts, challenge, code),
    redeemLink: (link) => redeemLink(parts, link),
  }
}

/** By phone the agents of the register; by e-mail also team leads, whose address is in their account. */
async function reach(parts: StaffParts, to: Reached['to']): Promise<Reached | undefined> {
  const agent = await workingAgent(parts, to)
  if (agent !== undefined) return { agent, to }
  return 'email' in to ? accountWithEmail(parts, to.email) : undefined
}

async function accountWithEmail(parts: StaffParts, email: string): Promise<Reached | undefined> {
  const row = await parts.db
    .selectFrom('staff')
    .leftJoin('agent', 'agent.id', 'staff.agent_id')
    .select('staff.id')
    .where('staff.email_hash', '=', emailHash(parts, email))
    .where('role', 'in', ['agent', 'team-lead'])
    .where('active', '=', true)
    .where((is) => is.or([is('agent_id', 'is', null), mayWork(parts)]))
    .executeTakeFirst()
  return row && { account: row.id, to: { email } }
}

async function issue({ db, vault, clock }: StaffParts, { agent, account }: Reached) {
  const challenge = randomUUID()
  const link = newToken()
  const code = String(randomInt(10 ** 6)).padStart(6, '0')
  await db.transaction().execute(async (tx) => {
    const earlier = tx.deleteFrom('staff_code')
    if (agent !== undefined) await earlier.where('agent_id', '=', agent).execute()
    if (account !== undefined) await earlier.where('staff_id', '=', account).execute()
    await tx
      .insertInto('staff_code')
      .values({
        id: challenge,
        agent_id: agent ?? null,
        staff_id: account ?? null,
        code_hash: vault.hash('code', `${challenge}:${code}`),
        link_hash: vault.hash('token', link),
        expires_at: new Date(clock.now().getTime() + CODE_MINUTES * 60_000),
      })
      .execute()
  })
  return { challenge, code, link }
}

function redeem(
  parts: StaffParts,
  challenge: string,
  code: string,
): Promise<{ readonly account: string } | 'wrong' | 'over'> {
  return parts.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('staff_code')
      .selectAll()
      .where('id', '=', challenge)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.expires_at <= parts.clock.now() || row.wrong >= MOST_WRONG) return 'over'
    const given = Buffer.from(parts.vault.hash('code', `${challenge}:${code}`))
    if (!timingSafeEqual(given, Buffer.from(row.code_hash))) {
      await tx
        .updateTable('staff_code')
        .set({ wrong: row.wrong + 1 })
        .where('id', '=', challenge)
        .execute()
      return row.wrong + 1 >= MOST_WRONG ? 'over' : 'wrong'
    }
    await tx.deleteFrom('staff_code').where('id', '=', challenge).execute()
    const account = await accountOfAgent(tx, parts, row)
    return account === undefined ? 'over' : { account }
  })
}

function redeemLink(parts: StaffParts, link: string): Promise<string | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const row = await tx
      .deleteFrom('staff_code')
      .where('link_hash', '=', parts.vault.hash('token', link))
      .where('expires_at', '>', parts.clock.now())
      .where('wrong', '<', MOST_WRONG)
      .returningAll()
      .executeTakeFirst()
    return row && accountOfAgent(tx, parts, row)
  })
}
