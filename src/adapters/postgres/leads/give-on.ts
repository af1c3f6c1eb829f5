import type { Transaction } from 'kysely'
import { randomInt } from 'node:crypto'
import { dayInVietNam, minuteInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import { assignedFact } from '../../../leads/capture-lead.ts'
import { deadlinesFrom, type OpenTime } from '../../../leads/deadlines.ts'
import type { Priority } from '../../../leads/lead.ts'
import type { FactRecord } from '../../../leads/lead-record.ts'
import { routeLead, type Routed, type RoutingQuestion } from '../../../leads/route-lead.ts'
import type { NoAgent } from '../../../leads/trail.ts'
import type { ChannelName, Clock, Correspondent } from '../../../ports.ts'
import { writeNotices } from '../commit-effects.ts'
import type { Database, Db } from '../database/schema.ts'
import { belowTargetOf } from '../targets.ts'
import type { JobBox } from '../job-box.ts'
import type { Vault } from '../sealing/vault.ts'
import { killLinks } from './agent-link.ts'
import { agentsCovering, desksOf } from './agents-covering.ts'
import { sealMeetingCode } from './lead-details.ts'
import { ownerColumns } from './owner-columns.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>

/** A page people write to. */
export type PageName = Pick<Correspondent, 'channel' | 'desk'>

export interface GiveOnParts {
  readonly vault: Vault
  readonly jobs: JobBox
  readonly clock: Clock
  /** When the desk of a page is open: deadlines are counted in its hours. */
  readonly officeFor: (page: PageName) => OpenTime
}

/** A lead that needs its next owner. */
export interface ToGive {
  readonly id: string
  readonly person_id: string
  readonly commune_code: string
  readonly programme: string
  readonly priority: Priority
  readonly wrapped_key: string // of the person
  readonly channel: ChannelName
  readonly desk: string
}

/** What made it go on, under which key, and why no agent is to be looked for. */
export interface GivingOn {
  readonly fact: FactRecord
  readonly key?: string | undefined
  readonly noAgent?: NoAgent | undefined
}

/** So many agents may give a lead back before the desks take it. */
const MOST_GIVEN_BACK = 2

/** Four digits: said out loud on a doorstep. */
const newMeetingCode = (): string => String(randomInt(10_000)).padStart(4, '0')

/**
 * The next owner gets it: somebody who did not have it before, or a desk. The citizen will hear who calls, and by when;
 * the code they were given is no longer good.
 */
export async function giveOn(
  tx: Tx,
  parts: GiveOnParts,
  lead: ToGive,
  { fact: why, key, noAgent }: GivingOn,
): Promise<void> {
  const now = parts.clock.now()
  await writeFacts(tx, lead.id, [why], { at: now, key })
  const routed = await nextOwner(tx, lead, now, noAgent)
  await handOver(tx, parts, lead, routed)
  if (routed.owner.kind !== 'agent') {
    const notice = { kind: 'lead-unassigned', detail: why.fact, lead: lead.id } as const
    await writeNotices(tx, lead.person_id, [notice], now)
  }
}

/** This owner has it from now on: new deadlines, a new code; the agent and the citizen are told. */
export async function handOver(tx: Tx, parts: GiveOnParts, lead: ToGive, routed: Routed): Promise<void> {
  const now = parts.clock.now()
  await killLinks(tx, lead.id, now)
  await giveTo(tx, parts, lead, routed)
  await writeFacts(tx, lead.id, [assignedFact(routed)], { at: now })
  await owe(tx, lead, now)
  await parts.jobs.put(tx, 'lead-deliver', [{ key: lead.id }])
}

async function nextOwner(tx: Tx, lead: ToGive, now: Date, noAgent: NoAgent | undefined): Promise<Routed> {
  const before = await ownersBefore(tx, lead.id)
  const gaveBack = before.filter(({ fact }) => fact === 'declined' || fact === 'handed-on')
  const tooOften = gaveBack.length >= MOST_GIVEN_BACK ? 'given-back-twice' : undefined
  const reason = noAgent ?? tooOften
  return routeLead({ ...(await routingQuestion(tx, lead, now)), ...(reason && { noAgent: reason }) })
}

/** Everything routing asks about a lead that is in the store already. */
export async function routingQuestion(
  db: Db,
  { id, commune_code: commune, programme }: Pick<ToGive, 'id' | 'commune_code' | 'programme'>,
  now: Date,
): Promise<RoutingQuestion> {
  const today = dayInVietNam(now)
  const before = await ownersBefore(db, id)
  const agents = await agentsCovering(db, commune, today)
  const ids = agents.map((agent) => agent.id)
  return {
    ...{ commune, agents, today, minute: minuteInVietNam(now) },
    belowTarget: await belowTargetOf(db, ids, { programme, today }),
    desks: await desksOf(db, commune),
    hadIt: new Set(before.map(({ actor }) => actor)),
  }
}

/** Agents who do not have it any more; `taken-away` names in its detail whom it was taken from. */
async function ownersBefore(db: Db, lead: string) {
  const rows = await db
    .selectFrom('lead_fact')
    .select(['fact', 'actor', 'detail'])
    .where('lead_id', '=', lead)
    .where('fact', 'in', ['declined', 'handed-on', 'taken-away'])
    .execute()
  return rows.map(({ fact, actor, detail }) => ({ fact, actor: fact === 'taken-away' ? detail : actor }))
}

async function giveTo(
  tx: Tx,
  { vault, clock, officeFor }: GiveOnParts,
  lead: ToGive,
  { owner }: Routed,
): Promise<void> {
  const now = clock.now()
  const { acceptBefore, callBefore } = deadlinesFrom(now, lead.priority, officeFor(lead))
  const key = vault.openKey(lead.wrapped_key)
  await tx
    .updateTable('lead')
    .set({
      ...ownerColumns(owner),
      ...{ state: 'offered', offered_at: now, accepted_at: null, reminded_at: null },
      ...{ accept_before: acceptBefore, call_before: callBefore },
      sealed_meeting_code: sealMeetingCode(key, newMeetingCode()),
    })
    .where('id', '=', lead.id)
    .execute()
  if (owner.kind !== 'agent') return
  await tx.updateTable('agent').set({ last_offered_at: now }).where('id', '=', owner.id).execute()
}

/** The citizen is owed the news, once, however often the owner changed before they could be told. */
async function owe(tx: Tx, { id, person_id }: ToGive, now: Date): Promise<void> {
  const news = { made_at: now, told_at: null, how: null, template_at: null }
  await tx
    .insertInto('citizen_notice')
    .values({ ...news, person_id, lead_id: id, kind: 'new-caller' })
    .onConflict((conflict) => conflict.columns(['lead_id', 'kind']).doUpdateSet(news))
    .execute()
}
