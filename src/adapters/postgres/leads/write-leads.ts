import { sql, type Transaction } from 'kysely'
import type { ConsentGiven } from '../../../conversation/effect.ts'
import type { FactRecord, LeadRecord } from '../../../leads/lead-record.ts'
import type { KeyedTurn } from '../commit-turns.ts'
import type { Database } from '../database/schema.ts'
import type { DataKey, Vault } from '../sealing/vault.ts'
import { killLinks } from './agent-link.ts'
import { sealDetails, sealMeetingCode } from './lead-details.ts'
import { ownerColumns } from './owner-columns.ts'

type Tx = Transaction<Database>

/** Proofs are kept so long after they were given, also when the person's data is gone. */
const PROOF_YEARS = 5

/** The leads of one turn, each with its facts and the proofs of consent. */
export async function writeLeads(tx: Tx, vault: Vault, keyed: KeyedTurn, at: Date): Promise<void> {
  const { turn, key } = keyed
  for (const lead of turn.leads) {
    const row = { ...leadRow(lead, key, vault), ...(lead.isOffered ? offerRow(lead, key, at) : {}) }
    if (lead.isNew) await insertLead(tx, turn, lead, { ...row, ...offerRow(lead, key, at) })
    else await updateLead(tx, lead, row)
    if (lead.isOffered) await markOffered(tx, lead, at)
    await writeFacts(tx, lead.id, lead.facts, { at })
    for (const consent of lead.consents) await writeConsent(tx, keyed, lead, consent)
  }
}

/** The id comes from the event that agreed, so a turn that runs twice cannot leave two leads. */
async function insertLead(
  tx: Tx,
  { person, channel }: KeyedTurn['turn'],
  { id, code, capturedAt }: LeadRecord,
  row: ReturnType<typeof leadRow> & ReturnType<typeof offerRow>,
): Promise<void> {
  await tx
    .insertInto('lead')
    .values({
      ...row,
      id,
      code,
      person_id: person,
      captured_at: capturedAt,
      source: sourceOf(person, channel),
      channel,
      desk: sql`coalesce((select desk from person where id = ${person}), '')`,
    })
    .execute()
}

/** The link or advertisement that brought them last, "link:CODE"; else the channel on which they wrote by themselves. */
const sourceOf = (person: string, channel: string) => sql<string>`coalesce(
  (select t.kind || ':' || coalesce(t.ref, t.ad_id, '') from talk_source t
    where t.person_id = ${person} order by t.at desc limit 1), ${channel})`

async function updateLead(tx: Tx, lead: LeadRecord, row: Partial<ReturnType<typeof leadRow>>): Promise<void> {
  if (lead.isOffered) await killLinks(tx, lead.id, lead.capturedAt)
  await tx.updateTable('lead').set(row).where('id', '=', lead.id).execute()
}

function leadRow({ draft }: LeadRecord, key: DataKey, vault: Vault) {
  return {
    commune_code: draft.commune.code,
    programme: draft.programme,
    for_whom: draft.forWhom,
    sealed_details: sealDetails(key, draft),
    phone_hash: draft.phone === undefined ? null : vault.hash('phone', draft.phone),
  }
}

/** What is new about a lead that went to an owner. */
function offerRow(
  { owner, priority, meetingCode, acceptBefore, callBefore }: LeadRecord,
  key: DataKey,
  at: Date,
) {
  return {
    ...ownerColumns(owner),
    ...{ state: 'offered' as const, priority, offered_at: at, accept_before: acceptBefore },
    ...{ call_before: callBefore, accepted_at: null, reminded_at: null },
    sealed_meeting_code: sealMeetingCode(key, meetingCode),
  }
}

async function markOffered(tx: Tx, { owner }: LeadRecord, at: Date): Promise<void> {
  if (owner.kind !== 'agent') return
  await tx.updateTable('agent').set({ last_offered_at: at }).where('id', '=', owner.id).execute()
}

/** When facts are written down, and what belongs to them: the key of a tap, and words of the agent. */
interface Writing {
  readonly at: Date
  readonly key?: string | undefined
  readonly sealed_note?: string | undefined
}

export async function writeFacts(
  tx: Tx,
  lead: string,
  facts: readonly FactRecord[],
  { at, key, sealed_note }: Writing,
): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map(({ fact, actor, detail, trail }) => ({
    ...{ fact, actor, detail, at, lead_id: lead },
    trail: trail ? JSON.stringify(trail) : null,
    key: key ?? null,
    sealed_note: sealed_note ?? null,
  }))
  await tx.insertInto('lead_fact').values(rows).execute()
}

async function writeConsent(
  tx: Tx,
  { turn, key }: KeyedTurn,
  lead: LeadRecord,
  { purpose, by, textVersion, textHash, how, given }: ConsentGiven,
): Promise<void> {
  const keepUntil = new Date(lead.capturedAt)
  keepUntil.setFullYear(keepUntil.getFullYear() + PROOF_YEARS)
  await tx
    .insertInto('consent')
    .values({
      person_id: turn.person,
      pseudonym: turn.person,
      lead_id: lead.id,
      channel: turn.channel,
      purpose,
      given_by: by,
      text_version: textVersion,
      text_hash: textHash,
      how,
      sealed_given: key.seal('consent.given', given),
      at: lead.capturedAt,
      keep_until: keepUntil,
    })
    .execute()
}
