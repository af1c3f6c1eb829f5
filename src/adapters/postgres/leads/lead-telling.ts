import type { Transaction } from 'kysely'
import type { Reply } from '../../../conversation/reply.ts'
import { callerOf } from '../../../leads/capture-lead.ts'
import type { LeadToTell, TellingRecord } from '../../../leads/lead-record.ts'
import { agentNotice, settleNotice } from './agent-notice.ts'
import { writeNotices } from '../commit-effects.ts'
import { writeFacts } from './write-leads.ts'
import type { Database } from '../database/schema.ts'
import { AT_ONCE, putOutbound } from '../put-outbound.ts'
import { openDetails, openMeetingCode } from './lead-details.ts'
import { ownerIn } from './owner-columns.ts'
import type { LeadStoreParts } from './lead-store.ts'

export async function readyToTell(parts: LeadStoreParts, id: string): Promise<LeadToTell | undefined> {
  const row = await leadRow(parts, id)
  if (!row) return undefined
  const { agent, lookAgainAt } = row.state === 'closed' ? {} : await agentNotice(parts, row)
  if (!agent && !lookAgainAt && row.owed === null) return undefined
  const key = parts.people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key })
  const { addressAs, phone } = openDetails(key, row.sealed_details)
  return {
    id,
    promise: {
      ...{ leadCode: row.code, addressAs, callBefore: row.call_before, byChat: phone === undefined },
      caller: callerOf(ownerIn(row)),
      meetingCode: openMeetingCode(key, row.sealed_meeting_code),
    },
    agent,
    lookAgainAt,
    retellTo:
      row.owed === null
        ? undefined
        : { ...personIn(row), userId: key.open('person.user', row.sealed_user), phone },
    isToRate: row.owed_kind === 'rate',
  }
}

function personIn({ person_id, channel, desk, heard_at, template_at }: LeadRow) {
  const heardAt = heard_at ?? undefined
  return { person: person_id, channel, desk, heardAt, isTemplateTried: template_at !== null }
}

type LeadRow = NonNullable<Awaited<ReturnType<typeof leadRow>>>

function leadRow({ db }: LeadStoreParts, id: string) {
  return db
    .selectFrom('lead')
    .innerJoin('person', 'person.id', 'lead.person_id')
    .leftJoin('agent', 'agent.id', 'lead.agent_id')
    .leftJoin('citizen_notice as owed', (join) =>
      join
        .onRef('owed.lead_id', '=', 'lead.id')
        .on('owed.told_at', 'is', null)
        .on((of) =>
          of.or([
            of.and([of('owed.kind', '=', 'new-caller'), of('lead.state', '<>', 'closed')]),
            of.and([of('owed.kind', '=', 'rate'), of('lead.state', '=', 'closed')]),
          ]),
        ),
    )
    .leftJoin('session', 'session.person_id', 'lead.person_id')
    .select([
      'lead.id',
      'lead.code',
      'lead.state',
      'lead.call_before',
      'lead.sealed_details',
      'lead.person_id',
    ])
    .select(['lead.owner', 'lead.owner_ref', 'lead.owner_name', 'lead.agent_id', 'lead.sealed_meeting_code'])
    .select([
      'person.wrapped_key',
      'person.channel',
      'person.desk',
      'person.sealed_user',
      'owed.id as owed',
      'owed.kind as owed_kind',
    ])
    .select(['owed.template_at', 'session.heard_at'])
    .select(['agent.name as agent_name', 'agent.organisation as agent_organisation'])
    .select(['agent.wrapped_key as agent_key', 'agent.sealed_phone'])
    .where('lead.id', '=', id)
    .executeTakeFirst()
}

/** Before the template goes: a program that dies in it does not send a second one. */
export async function noteTemplate(
  { db, clock }: LeadStoreParts,
  lead: LeadToTell,
  isTried: boolean,
): Promise<void> {
  await db
    .updateTable('citizen_notice')
    .set({ template_at: isTried ? clock.now() : null })
    .where('lead_id', '=', lead.id)
    .where('kind', '=', 'new-caller')
    .execute()
}

export async function writeTelling(
  parts: LeadStoreParts,
  lead: LeadToTell,
  { fact, replies, next, heard, tried }: TellingRecord,
): Promise<void> {
  const at = parts.clock.now()
  const messages = await sealedReplies(parts, lead, replies) // before the transaction: PGlite has one connection
  await parts.db.transaction().execute(async (tx) => {
    if (fact) await writeFacts(tx, lead.id, [fact], { at })
    await settleNotice(tx, parts, lead, tried)
    await retell(tx, parts, lead, { heard, messages })
    if (next === 'desk-must-act') {
      await writeNotices(tx, null, [{ kind: 'lead-not-told', detail: fact?.detail ?? '', lead: lead.id }], at)
    } else if (next !== 'done') {
      await parts.jobs.put(tx, 'lead-deliver', [{ key: lead.id, startAfter: next.againAt }])
    }
  })
}

async function sealedReplies(
  { people }: LeadStoreParts,
  { retellTo }: LeadToTell,
  replies: readonly Reply[],
): Promise<readonly string[]> {
  const key = retellTo && (await people.keys([retellTo.person])).get(retellTo.person)
  return key ? replies.map((reply) => key.seal('outbox.reply', JSON.stringify(reply))) : []
}

/** What the citizen is owed is said once; what could not be said yet stays owed. */
async function retell(
  tx: Transaction<Database>,
  parts: LeadStoreParts,
  { id, retellTo, isToRate }: LeadToTell,
  { heard, messages }: Said,
): Promise<void> {
  if (!retellTo) return
  const now = parts.clock.now()
  for (const sealed_reply of messages) {
    const row = { sealed_reply, not_before: AT_ONCE, written_at: now, heard_at: retellTo.heardAt ?? null }
    await tx
      .insertInto('outbox')
      .values({ ...row, person_id: retellTo.person })
      .execute()
  }
  if (heard !== undefined) {
    const owed = tx.updateTable('citizen_notice').set({ told_at: now, how: heard }).where('lead_id', '=', id)
    await owed.where('kind', '=', isToRate ? 'rate' : 'new-caller').execute()
  }
  if (messages.length > 0) await putOutbound(tx, parts.jobs, [retellTo])
}

interface Said extends Pick<TellingRecord, 'heard'> {
  readonly messages: readonly string[] // sealed
}
