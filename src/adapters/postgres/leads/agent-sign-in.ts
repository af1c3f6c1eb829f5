import type { Selectable, Transaction } from 'kysely'
import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { LinkState } from '../../../leads/agent-desk.ts'
import type { DeskParts } from './agent-desk.ts'
import { writeFacts } from './write-leads.ts'
import type { Database } from '../database/schema.ts'

type Link = Selectable<Database['agent_link']>

const MOST_WRONG_CODES = 5
const CODE_MINUTES = 10
const SESSION_HOURS = 24
const SESSION_BYTES = 32
const PHONE_END_DIGITS = 3

/** Only looks: a messenger's link preview spends nothing. */
export async function lookAtLink(
  parts: DeskParts,
  token: string,
): Promise<{ readonly state: LinkState; readonly phoneEnds?: string }> {
  const link = await linkOf(parts, token)
  const state = stateOf(link, parts.clock.now())
  if (!link || state !== 'valid') return { state }
  return { state, phoneEnds: (await phoneOf(parts, link.agent_id)).slice(-PHONE_END_DIGITS) }
}

async function linkOf({ db, vault }: DeskParts, token: string): Promise<Link | undefined> {
  return db
    .selectFrom('agent_link')
    .selectAll()
    .where('token_hash', '=', vault.hash('token', token))
    .executeTakeFirst()
}

/** A locked link counts as used: it will not open any more. */
function stateOf(link: Link | undefined, now: Date): LinkState {
  if (!link) return 'unknown'
  if (link.used_at !== null || link.wrong_codes >= MOST_WRONG_CODES) return 'used'
  return link.expires_at <= now ? 'expired' : 'valid'
}

async function phoneOf({ db, vault }: DeskParts, agent: string): Promise<string> {
  const { wrapped_key, sealed_phone } = await db
    .selectFrom('agent')
    .select(['wrapped_key', 'sealed_phone'])
    .where('id', '=', agent)
    .executeTakeFirstOrThrow()
  return vault.openKey(wrapped_key).open('agent.phone', sealed_phone)
}

/** A fresh six-digit code to the registered phone; the code before it no longer counts. */
export async function sendCode(
  parts: DeskParts,
  token: string,
): Promise<'sent' | 'too-many' | 'not-valid' | 'not-sent'> {
  const { db, vault, clock, codeLimit, notifier } = parts
  const link = await linkOf(parts, token)
  const now = clock.now()
  if (!link || stateOf(link, now) !== 'valid') return 'not-valid'
  if ((await codeLimit.take(`agent-code:${link.agent_id}`)) === 'too-many') return 'too-many'
  const code = String(randomInt(10 ** 6)).padStart(6, '0')
  const code_expires_at = new Date(now.getTime() + CODE_MINUTES * 60_000)
  await db
    .updateTable('agent_link')
    .set({ code_hash: vault.hash('code', `${link.id}:${code}`), code_expires_at })
    .where('id', '=', link.id)
    .execute()
  const trackingId = `code-${link.id.slice(0, 8)}-${now.getTime()}`
  const phone = await phoneOf(parts, link.agent_id)
  const sent = await notifier.tell({ phone, template: 'sign-in-code', data: { code }, trackingId })
  return sent.kind === 'sent' ? 'sent' : 'not-sent'
}

/** The right code spends the link and gives this browser a session for this one lead. */
export async function redeemCode(
  parts: DeskParts,
  token: string,
  code: string,
): Promise<{ readonly session: string } | 'wrong' | 'locked' | 'not-valid'> {
  const now = parts.clock.now()
  return parts.db.transaction().execute(async (tx) => {
    const link = await tx
      .selectFrom('agent_link')
      .selectAll()
      .where('token_hash', '=', parts.vault.hash('token', token))
      .forUpdate()
      .executeTakeFirst()
    if (link && link.wrong_codes >= MOST_WRONG_CODES) return 'locked'
    if (!link || stateOf(link, now) !== 'valid') return 'not-valid'
    if (isRightCode(parts, link, code, now)) return { session: await openSession(tx, parts, link, now) }
    const wrong_codes = link.wrong_codes + 1
    await tx.updateTable('agent_link').set({ wrong_codes }).where('id', '=', link.id).execute()
    return wrong_codes >= MOST_WRONG_CODES ? 'locked' : 'wrong'
  })
}

function isRightCode({ vault }: DeskParts, link: Link, code: string, now: Date): boolean {
  if (link.code_hash === null || link.code_expires_at === null || link.code_expires_at <= now) return false
  const given = vault.hash('code', `${link.id}:${code}`)
  return timingSafeEqual(Buffer.from(given), Buffer.from(link.code_hash))
}

async function openSession(
  tx: Transaction<Database>,
  { vault }: DeskParts,
  { id, lead_id, agent_id }: Link,
  now: Date,
): Promise<string> {
  const session = randomBytes(SESSION_BYTES).toString('base64url')
  await tx.updateTable('agent_link').set({ used_at: now, code_hash: null }).where('id', '=', id).execute()
  const expires_at = new Date(now.getTime() + SESSION_HOURS * 3_600_000)
  const token_hash = vault.hash('token', session)
  await tx.insertInto('agent_session').values({ token_hash, lead_id, agent_id, expires_at }).execute()
  await writeFacts(tx, lead_id, [{ fact: 'link-opened', actor: agent_id, detail: '' }], { at: now })
  return session
}
