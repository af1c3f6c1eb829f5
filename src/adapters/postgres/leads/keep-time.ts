import { sql, type Transaction } from 'kysely'
import { dueOf, type Due, type Timing } from '../../../leads/lead-clock.ts'
import { isQuiet } from '../../../leads/route-lead.ts'
import { minuteInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import type { TimeKept } from '../../../work-ports.ts'
import { writeNotices } from '../commit-effects.ts'
import type { Database, Db } from '../database/schema.ts'
import { killLinks } from './agent-link.ts'
import { giveOn, type GiveOnParts } from './give-on.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>

export interface TimeParts extends GiveOnParts {
  readonly db: Db
}

/** So many leads a beat: the rest waits for the next one. */
const MOST = 200

/**
 * Looks at every lead whose time may have come, each in a transaction of its own; several processes may do it at once.
 * Deadlines were set in open hours; nobody is reminded while the desk is shut, or in their own quiet hours.
 */
export async function keepTime(parts: TimeParts): Promise<TimeKept> {
  const kept = { reminded: 0, reassigned: 0, supervisors: 0 }
  for (const id of await candidates(parts)) {
    const due = await parts.db.transaction().execute((tx) => keepOne(tx, parts, id))
    if (due === 'remind') kept.reminded += 1
    if (due === 'reassign') kept.reassigned += 1
    if (due === 'supervisor') kept.supervisors += 1
  }
  return kept
}

/** What lead-clock.ts may find due, by the same limits; those that ran out first. */
async function candidates({ db, clock }: TimeParts): Promise<readonly string[]> {
  const now = clock.now()
  const limit = sql`case when state = 'offered' and owner = 'agent' then accept_before else call_before end`
  const from = sql`coalesce(accepted_at, offered_at)`
  const { rows } = await sql<{ readonly id: string }>`
    select id from lead
    where state <> 'closed' and first_call_at is null
      and (owner = 'agent' or supervisor_told_at is null)
      and (${limit} <= ${now} or (owner = 'agent' and reminded_at is null and ${from} + (${limit} - ${from}) / 2 <= ${now}))
    order by ${limit} limit ${MOST}`.execute(db)
  return rows.map(({ id }) => id)
}

async function keepOne(tx: Tx, parts: TimeParts, id: string): Promise<Due> {
  const now = parts.clock.now()
  const lead = await timedLead(tx, id)
  if (!lead) return 'nothing'
  const due = dueOf(timingOf(lead), now)
  if (due === 'reassign' || due === 'supervisor') await ranOut(tx, parts, lead, due)
  if (due !== 'remind') return due
  const mayTell = parts.officeFor(lead).isOpen(now) && !isQuiet(quietOf(lead), minuteInVietNam(now))
  return mayTell ? remind(tx, parts, lead, now) : 'nothing'
}

type TimedLead = NonNullable<Awaited<ReturnType<typeof timedLead>>>

function timedLead(tx: Tx, id: string) {
  return tx
    .selectFrom('lead as l')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .leftJoin('agent as a', 'a.id', 'l.agent_id')
    .selectAll('l')
    .select(['p.wrapped_key', 'p.channel', 'p.desk', 'a.quiet_from', 'a.quiet_until'])
    .where('l.id', '=', id)
    .forUpdate('l')
    .skipLocked()
    .executeTakeFirst()
}

function timingOf(lead: TimedLead): Timing {
  return {
    ...{ state: lead.state, owner: lead.owner, reassigned: lead.reassigned, offeredAt: lead.offered_at },
    ...{ acceptBefore: lead.accept_before, callBefore: lead.call_before },
    acceptedAt: lead.accepted_at ?? undefined,
    firstCallAt: lead.first_call_at ?? undefined,
    remindedAt: lead.reminded_at ?? undefined,
    supervisorToldAt: lead.supervisor_told_at ?? undefined,
  }
}

function quietOf({ quiet_from, quiet_until }: TimedLead) {
  return quiet_from === null || quiet_until === null ? undefined : { from: quiet_from, until: quiet_until }
}

/** The agent is told again, with a fresh link. */
async function remind(tx: Tx, { jobs }: TimeParts, { id, agent_id }: TimedLead, now: Date): Promise<Due> {
  await tx.updateTable('lead').set({ reminded_at: now }).where('id', '=', id).execute()
  await writeFacts(tx, id, [{ fact: 'reminded', actor: 'clock', detail: agent_id ?? '' }], { at: now })
  await killLinks(tx, id, now)
  await jobs.put(tx, 'lead-deliver', [{ key: id }])
  return 'remind'
}

/** From an agent it goes on, and the second time above the agents; a desk keeps it, and somebody hears. */
async function ranOut(
  tx: Tx,
  parts: TimeParts,
  lead: TimedLead,
  due: 'reassign' | 'supervisor',
): Promise<void> {
  const now = parts.clock.now()
  if (lead.owner === 'agent') {
    const fact = { fact: 'taken-away', actor: 'clock', detail: lead.agent_id ?? '' } as const
    await giveOn(tx, parts, lead, { fact, noAgent: due === 'supervisor' ? 'late-twice' : undefined })
  }
  const told = due === 'supervisor' ? { supervisor_told_at: now } : {}
  await tx
    .updateTable('lead')
    .set({ reassigned: lead.reassigned + 1, ...told })
    .where('id', '=', lead.id)
    .execute()
  if (due === 'reassign') return
  await writeFacts(tx, lead.id, [{ fact: 'supervisor-told', actor: 'clock', detail: '' }], { at: now })
  const notice = { kind: 'lead-late', detail: lead.commune_code, lead: lead.id } as const
  await writeNotices(tx, lead.person_id, [notice], now)
}
