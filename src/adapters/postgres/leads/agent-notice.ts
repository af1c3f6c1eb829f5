import { sql, type Transaction } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { AgentToTell, LeadToTell, TellingRecord } from '../../../leads/lead-record.ts'
import type { Database } from '../database/schema.ts'
import { makeLink } from './agent-link.ts'
import type { LeadStoreParts } from './lead-store.ts'
import { writeFacts } from './write-leads.ts'

const TOKEN_BYTES = 32
const PLACE = 'agent_link.token'
/** So long after a try, and after receipts reach us again, its receipt is waited for. */
const RECEIPT_WITHIN_MS = 60_000

interface Offered {
  readonly id: string
  readonly code: string
  readonly agent_id: string | null
  readonly agent_key: string | null
  readonly sealed_phone: string | null
}

interface AgentNotice {
  readonly agent?: AgentToTell
  readonly lookAgainAt?: Date
}

/**
 * The notice this agent has not had yet, written down as tried before it goes. One that was tried and never settled (the
 * program died in it, or Zalo did not answer) may be on their phone: its receipt is waited for, and then the very same one,
 * with the same link and the same tracking id, goes once more.
 */
export async function agentNotice(
  parts: LeadStoreParts,
  { id, code, agent_id, agent_key, sealed_phone }: Offered,
): Promise<AgentNotice> {
  if (agent_id === null || agent_key === null || sealed_phone === null) return {}
  const { db, vault } = parts
  const links = await db.selectFrom('agent_link').selectAll().where('lead_id', '=', id).execute()
  if (links.some(({ told_at }) => told_at !== null)) return {}
  const now = parts.clock.now()
  const before = links.find(
    (link) => link.agent_id === agent_id && link.expires_at > now && link.sealed_token !== null,
  )
  const lookAgainAt = before?.tried_at && receiptBy(parts, before.tried_at)
  if (lookAgainAt && lookAgainAt > now) return { lookAgainAt }
  const phone = vault.openKey(agent_key).open('agent.phone', sealed_phone)
  if (before?.sealed_token && before.tracking_id !== null) {
    await db.updateTable('agent_link').set({ tried_at: now }).where('id', '=', before.id).execute()
    const token = vault.secrets.open(PLACE, before.sealed_token)
    return { agent: { id: agent_id, phone, token, trackingId: before.tracking_id } }
  }
  return { agent: { id: agent_id, phone, ...(await newNotice(parts, id, agent_id, code)) } }
}

function receiptBy({ ears }: LeadStoreParts, triedAt: Date): Date {
  return new Date(Math.max(triedAt.getTime(), ears.openSince.getTime()) + RECEIPT_WITHIN_MS)
}

async function newNotice({ db, vault, clock }: LeadStoreParts, lead: string, agent: string, code: string) {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const at = clock.now()
  const link = { lead, agent, tokenHash: vault.hash('token', token), at }
  return db.transaction().execute(async (tx) => {
    const linkId = await makeLink(tx, link)
    const trackingId = `${code}-${linkId.slice(0, 8)}`
    const tried = { tried_at: at, sealed_token: vault.secrets.seal(PLACE, token), tracking_id: trackingId }
    await tx.updateTable('agent_link').set(tried).where('id', '=', linkId).execute()
    return { token, trackingId }
  })
}

/** How it went. What failed for sure may go again at once; what is unclear stays as it was written down before. */
export async function settleNotice(
  tx: Transaction<Database>,
  { vault, clock }: LeadStoreParts,
  { agent }: LeadToTell,
  tried: TellingRecord['tried'],
): Promise<void> {
  if (!agent || tried === 'no' || tried === 'unclear') return
  const sent = tried === 'sent' && { told_at: clock.now(), sealed_token: null }
  const link = tx.updateTable('agent_link').set({ tried_at: null, ...sent })
  await link.where('token_hash', '=', vault.hash('token', agent.token)).execute()
}

/** A receipt of Zalo: that notice is on the agent's phone, whatever its own call said. */
export async function noticeArrived(
  { db, clock }: Pick<LeadStoreParts, 'db' | 'clock'>,
  trackingId: string,
): Promise<void> {
  const at = clock.now()
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ readonly lead_id: string; readonly agent_id: string }>`
      update agent_link set told_at = ${at}, tried_at = null, sealed_token = null
      where tracking_id = ${trackingId} and told_at is null and expires_at > ${at}
      returning lead_id, agent_id`.execute(tx)
    for (const { lead_id, agent_id } of rows)
      await writeFacts(tx, lead_id, [{ fact: 'told', actor: agent_id, detail: trackingId }], { at })
  })
}
