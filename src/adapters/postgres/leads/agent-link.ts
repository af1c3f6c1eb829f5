import type { Transaction } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Database } from '../database/schema.ts'

const LINK_HOURS = 24

export interface NewLink {
  readonly lead: string
  readonly agent: string
  readonly tokenHash: string
  readonly at: Date
}

/** A lead has one living link: the earlier ones die. Answers the id of the new one. */
export async function makeLink(
  tx: Transaction<Database>,
  { lead, agent, tokenHash, at }: NewLink,
): Promise<string> {
  const id = randomUUID()
  await killLinks(tx, lead, at)
  await tx
    .insertInto('agent_link')
    .values({
      id,
      token_hash: tokenHash,
      lead_id: lead,
      agent_id: agent,
      created_at: at,
      expires_at: new Date(at.getTime() + LINK_HOURS * 3_600_000),
    })
    .execute()
  return id
}

/** Its agent changed, or the last notice did not arrive. */
export async function killLinks(tx: Transaction<Database>, lead: string, at: Date): Promise<void> {
  await tx
    .updateTable('agent_link')
    .set({ told_at: null, expires_at: at })
    .where('lead_id', '=', lead)
    .execute()
}
