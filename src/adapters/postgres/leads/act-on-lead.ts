import type { Transaction } from 'kysely'
import { stepOf, type LeadAct, type Step } from '../../../leads/lead-acts.ts'
import type { Acted } from '../../../leads/agent-desk.ts'
import type { LeadOutcome, Outcome } from '../../../leads/lead.ts'
import { actorOf } from '../../../leads/viewer.ts'
import type { StaffNotice } from '../../../work-ports.ts'
import { writeNotices } from '../commit-effects.ts'
import type { Database } from '../database/schema.ts'
import { giveOn, type GiveOnParts } from './give-on.ts'
import { isTheirs, type Held } from './lead-view.ts'
import { nameOf, settleNotices } from './settle-notices.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>

export interface ActParts extends GiveOnParts {
  /** Covers secrets in what an agent types. */
  readonly mask: (text: string) => string
}

/** One tap of whoever works on a lead; `key` names it, so that a tap sent twice is done once. */
export interface Tap {
  readonly act: LeadAct
  readonly key?: string
}

/** Does what was tapped, if it is theirs to do and for now. */
export async function actOn(tx: Tx, parts: ActParts, held: Held, { act, key }: Tap): Promise<Acted> {
  if (key !== undefined && (await isKnown(tx, held.id, key))) return 'repeated'
  if (!isTheirs(held)) return 'not-yours'
  const step = stepOf(held.state, act)
  if (step.kind === 'not-now') return 'not-now'
  const now = parts.clock.now()
  const fact = { fact: step.fact, actor: actorOf(held.viewer), detail: detailOf(act, parts.mask) }
  const noted = { fact: 'noted', actor: actorOf(held.viewer), detail: '' } as const
  const note = sealedNote(act, held, parts)
  const columns = { ...stateColumns(step, held, now), ...outcomeColumns(held, act, now, parts.mask) }
  await tx.updateTable('lead').set(columns).where('id', '=', held.id).execute()
  await settleBy(tx, held, act, now)
  if (step.kind === 'next-owner') {
    if (note !== undefined) await writeFacts(tx, held.id, [noted], { at: now, sealed_note: note })
    await giveOn(tx, parts, held, { fact, key, noAgent: act.do === 'outcome' ? 'other-commune' : undefined })
  } else {
    await writeFacts(tx, held.id, [fact], { at: now, key, sealed_note: note })
  }
  if (act.do === 'outcome') await follow(tx, parts, held, act.outcome)
  return 'done'
}

/** Taken, or called: what the desks were told of it is over. */
async function settleBy(tx: Tx, { id, viewer }: Held, act: LeadAct, at: Date): Promise<void> {
  if (act.do !== 'accept' && act.do !== 'outcome') return
  const how = act.do === 'accept' ? 'đã nhận phiếu' : 'đã ghi kết quả cuộc gọi'
  await settleNotices(tx, id, { by: await nameOf(tx, viewer), how, at })
}

export async function isKnown(tx: Tx, lead: string, key: string): Promise<boolean> {
  const facts = tx.selectFrom('lead_fact').select('id').where('lead_id', '=', lead).where('key', '=', key)
  return (await facts.executeTakeFirst()) !== undefined
}

function detailOf(act: LeadAct, mask: ActParts['mask']): string {
  if (act.do === 'outcome') return act.outcome.kind
  return 'reason' in act ? mask(act.reason) : ''
}

function stateColumns(step: Step, { state: was, accepted_at, closed_at }: Held, now: Date) {
  const state = step.kind === 'state' ? step.state : was
  const closedAt = state === 'closed' ? (closed_at ?? now) : null
  const fresh = was === 'offered' && state !== 'offered' ? { reminded_at: null } : {}
  return {
    ...fresh,
    state,
    closed_at: closedAt,
    accepted_at: state === 'offered' ? null : (accepted_at ?? now),
  }
}

function outcomeColumns(held: Held, act: LeadAct, now: Date, mask: ActParts['mask']) {
  if (act.do !== 'outcome') return {}
  const { outcome } = act
  return {
    outcome: outcome.kind,
    outcome_at: now,
    first_call_at: held.first_call_at ?? now,
    not_reached: held.not_reached + (outcome.kind === 'not-reached' ? 1 : 0),
    appointment_at: 'at' in outcome ? (outcome.at ?? null) : null,
    outcome_reason: outcome.kind === 'not-interested' ? mask(outcome.reason ?? '') : null,
    ...joinedColumns(outcome),
  }
}

function joinedColumns(outcome: Outcome) {
  if (outcome.kind !== 'joined') return { joined_programme: null, joined_months: null, joined_from: null }
  const { programme = null, months = null, from = null } = outcome
  return { joined_programme: programme, joined_months: months, joined_from: from }
}

function sealedNote(act: LeadAct, { wrapped_key }: Held, { vault, mask }: ActParts): string | undefined {
  const text = act.do === 'note' ? act.text : act.do === 'outcome' ? act.note : undefined
  return text === undefined ? undefined : vault.openKey(wrapped_key).seal('lead.note', mask(text))
}

/** Calls that came to something are worth asking about. */
const rateable: readonly LeadOutcome[] = ['advised', 'joined', 'not-interested']

async function follow(tx: Tx, { clock, jobs }: ActParts, held: Held, { kind }: Outcome): Promise<void> {
  const now = clock.now()
  const { id, person_id, phone_hash } = held
  if (kind === 'erase-request') {
    const notice: StaffNotice = { kind: 'erase-request', detail: 'asked on the phone', lead: id }
    await writeNotices(tx, person_id, [notice], now)
  }
  if (kind === 'wrong-number' && phone_hash !== null) {
    const pair = { person_id, phone_hash, lead_id: id, since: now }
    await tx
      .insertInto('blocked_phone')
      .values(pair)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (rateable.includes(kind)) {
    const asked = {
      person_id,
      lead_id: id,
      kind: 'rate' as const,
      made_at: now,
      told_at: null,
      how: null,
      template_at: null,
    }
    await tx
      .insertInto('citizen_notice')
      .values(asked)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await jobs.put(tx, 'lead-deliver', [{ key: id }])
  }
}
