import type { Transaction } from 'kysely'
import type { LeadView } from '../../../leads/lead.ts'
import { actorOf, isOwnersWork, type Viewer } from '../../../leads/viewer.ts'
import type { Clock } from '../../../ports.ts'
import type { Database } from '../database/schema.ts'
import type { DataKey, Vault } from '../sealing/vault.ts'
import { openDetails, openMeetingCode } from './lead-details.ts'
import { historyOf } from './lead-history.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>
type Parts = { readonly vault: Vault; readonly clock: Clock }

/** A lead, locked, and who looks at it or acts on it. */
export type Held = NonNullable<Awaited<ReturnType<typeof holdLead>>>

/** The lead, locked while somebody acts on it. */
export async function holdLead(tx: Tx, viewer: Viewer, lead: string) {
  const row = await tx
    .selectFrom('lead as l')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .selectAll('l')
    .select(['p.wrapped_key', 'p.channel', 'p.desk'])
    .where('l.id', '=', lead)
    .forUpdate('l')
    .executeTakeFirst()
  return row && { ...row, viewer }
}

/** The lead a browser session stands for. */
export async function holdBySession(tx: Tx, { vault, clock }: Parts, session: string) {
  const found = await tx
    .selectFrom('agent_session')
    .select(['lead_id', 'agent_id'])
    .where('token_hash', '=', vault.hash('token', session))
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
  return found && holdLead(tx, { kind: 'agent', id: found.agent_id }, found.lead_id)
}

/** Whether the lead is (still) theirs to work on. */
export function isTheirs({ viewer, ...held }: Held): boolean {
  return isOwnersWork(viewer, placeOf(held))
}

/** What says whose it is, and within whose reach. */
export function placeOf({ owner, agent_id, commune_code, channel, desk }: Omit<Held, 'viewer'>) {
  return { owner, agent: agent_id, commune: commune_code, channel, page: desk }
}

/** An agent sees a phone after accepting; at a desk the reason that was given stands for it. */
function isWorkedOn(held: Held): boolean {
  return isTheirs(held) && (held.viewer.kind === 'staff' || held.state !== 'offered')
}

/**
 * What they may see now, written down as seen: who saw this phone number, and when, is answered by reading the
 * facts.
 */
export async function showLead(tx: Tx, parts: Parts, held: Held): Promise<LeadView> {
  const key = parts.vault.openKey(held.wrapped_key)
  const view = leadView(held, key, isWorkedOn(held) ? await historyOf(tx, held, key) : [])
  const fact = view.phone === undefined ? 'viewed' : 'phone-shown'
  await writeFacts(tx, held.id, [{ fact, actor: actorOf(held.viewer), detail: '' }], {
    at: parts.clock.now(),
  })
  return view
}

function leadView(held: Held, key: DataKey, history: LeadView['history']): LeadView {
  const { addressAs, forWhom, commune, programme, bestTime, explained, quote, phone, ...kind } = openDetails(
    key,
    held.sealed_details,
  )
  const state = isTheirs(held) ? held.state : 'not-yours'
  const isWorking = isWorkedOn(held)
  return {
    ...{ state, addressAs, forWhom, programme, bestTime, code: held.code, commune: commune.name },
    ...{ acceptBefore: held.accept_before, callBefore: held.call_before, notReached: held.not_reached },
    explained: state === 'not-yours' ? [] : explained,
    ...{ worry: kind.worry, persona: kind.persona, history },
    ...(quote && state !== 'not-yours' && { quote }),
    ...(isWorking && { meetingCode: openMeetingCode(key, held.sealed_meeting_code), ...phoneIn(phone) }),
    ...(held.appointment_at && { appointment: held.appointment_at }),
    ...(held.outcome && held.outcome_at && { outcome: { kind: held.outcome, at: held.outcome_at } }),
  }
}

const phoneIn = (phone: string | undefined) => (phone === undefined ? {} : { phone })
