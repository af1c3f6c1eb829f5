import type { Transaction } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { Reply } from '../../../conversation/reply.ts'
import { callerOf } from '../../../leads/capture-lead.ts'
import type { AgentToTell, LeadToTell, TellingRecord } from '../../../leads/lead-record.ts'
import { makeLink } from './agent-link.ts'
import { writeNotices } from '../commit-effects.ts'
import { writeFacts } from './write-leads.ts'
import type { Database } from '../database/schema.ts'
import { AT_ONCE, putOutbound } from '../put-outbound.ts'
import { openDetails, openMeetingCode } from './lead-details.ts'
import { ownerIn } from './owner-columns.ts'
import type { LeadStoreParts } from './lead-store.ts'

const TOKEN_BYTES = 32

export async function readyToTell(parts: LeadStoreParts, id: string): Promise<LeadToTell | undefined> {
  const row = await leadRow(parts, id)
  if (!row) return undefined
  const agent = row.state === 'closed' ? undefined : await agentToTell(parts, row)
  if (!agent && row.owed === null) return undefined
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
    retellTo: row.owed === null ? undefined : { ...personIn(row), phone },
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
      'owed.id as owed',
      'owed.kind as owed_kind',
    ])
    .select(['owed.template_at', 'session.heard_at'])
    .select(['agent.name as agent_name', 'agent.organisation as agent_organisation'])
    .select(['agent.wrapped_key as agent_key', 'agent.sealed_phone'])
    .where('lead.id', '=', id)
    .executeTakeFirst()
}

/** A fresh link, when this agent has not been told yet; links made by attempts that failed die. */
async function agentToTell(
  { db, vault, clock }: LeadStoreParts,
  { id, code, agent_id, agent_key, sealed_phone }: LeadRow,
): Promise<AgentToTell | undefined> {
  if (agent_id === null || agent_key === null || sealed_phone === null) return undefined
  const links = db.selectFrom('agent_link').where('lead_id', '=', id)
  const earlier = await links.select(({ fn }) => [fn.count<number>('told_at').as('told')]).executeTakeFirst()
  if ((earlier?.told ?? 0) > 0) return undefined
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const link = { lead: id, agent: agent_id, tokenHash: vault.hash('token', token), at: clock.now() }
  const linkId = await db.transaction().execute((tx) => makeLink(tx, link))
  const phone = vault.openKey(agent_key).open('agent.phone', sealed_phone)
  return { id: agent_id, phone, token, trackingId: `${code}-${linkId.slice(0, 8)}` }
}

export async function writeTelling(
  parts: LeadStoreParts,
  lead: LeadToTell,
  { fact, replies, next, heard, isTemplateTried }: TellingRecord,
): Promise<void> {
  const at = parts.clock.now()
  const messages = await sealedReplies(parts, lead, replies) // before the transaction: PGlite has one connection
  await parts.db.transaction().execute(async (tx) => {
    if (fact) await writeFacts(tx, lead.id, [fact], { at })
    if (fact?.fact === 'told') await markTold(tx, parts, lead, at)
    await retell(tx, parts, lead, { heard, isTemplateTried, messages })
    if (next === 'desk-must-act') {
      await writeNotices(tx, null, [{ kind: 'lead-not-told', detail: fact?.detail ?? '', lead: lead.id }], at)
    } else if (next !== 'done') {
      await parts.jobs.put(tx, 'lead-deliver', [{ key: lead.id, startAfter: next.againAt }])
    }
  })
}

async function markTold(
  tx: Transaction<Database>,
  { vault }: LeadStoreParts,
  { agent }: LeadToTell,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('agent_link')
    .set({ told_at: at })
    .where('token_hash', '=', vault.hash('token', agent?.token ?? ''))
    .execute()
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
  { heard, isTemplateTried, messages }: Said,
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
  const told = heard === undefined ? {} : { told_at: now, how: heard }
  const tried = isTemplateTried ? { template_at: now } : {}
  if (heard !== undefined || isTemplateTried) {
    await tx
      .updateTable('citizen_notice')
      .set({ ...told, ...tried })
      .where('lead_id', '=', id)
      .where('kind', '=', isToRate ? 'rate' : 'new-caller')
      .execute()
  }
  if (messages.length > 0) await putOutbound(tx, parts.jobs, [retellTo])
}

interface Said extends Pick<TellingRecord, 'heard' | 'isTemplateTried'> {
  readonly messages: readonly string[] // sealed
}
