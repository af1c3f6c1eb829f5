import type { Transaction } from 'kysely'
import type { FactRecord, LeadRecord } from '../../leads/lead-record.ts'
import type { StaffNotice, TurnRecord } from '../../work-ports.ts'
import type { Database } from './database/schema.ts'
import type { KeyedTurn } from './commit-turns.ts'
import { killLinks } from './agent-link.ts'
import { sealDetails } from './lead-details.ts'
import type { DataKey, Vault } from './sealing/vault.ts'

type Tx = Transaction<Database>

/** The leads of one turn, each with its facts and the proof of consent. */
export async function writeLeads(tx: Tx, vault: Vault, keyed: KeyedTurn, at: Date): Promise<void> {
  const { turn, key } = keyed
  for (const lead of turn.leads) {
    const row = leadRow(lead, key, vault)
    if (lead.isNew) await insertLead(tx, turn.person, lead, row)
    else await updateLead(tx, lead, row)
    await writeFacts(tx, lead.id, lead.facts, at)
    await writeConsent(tx, keyed, lead)
  }
}

/** The id comes from the event that agreed, so a turn that runs twice cannot leave two leads. */
async function insertLead(
  tx: Tx,
  person: string,
  lead: LeadRecord,
  row: ReturnType<typeof leadRow>,
): Promise<void> {
  const { id, code, capturedAt, callBefore, agentId } = lead
  await tx
    .insertInto('lead')
    .values({
      ...row,
      id,
      code,
      person_id: person,
      agent_id: agentId ?? null,
      state: agentId === undefined ? 'unassigned' : 'assigned',
      captured_at: capturedAt,
      call_before: callBefore,
    })
    .execute()
}

async function updateLead(tx: Tx, lead: LeadRecord, row: ReturnType<typeof leadRow>): Promise<void> {
  const { id, agentId, tellAgent } = lead
  const handedOn = agentId === undefined ? ({ agent_id: null, state: 'unassigned' } as const) : {}
  if (tellAgent || agentId === undefined) await killLinks(tx, id, lead.capturedAt)
  const newAgent =
    tellAgent && agentId !== undefined ? ({ agent_id: agentId, state: 'assigned' } as const) : {}
  await tx
    .updateTable('lead')
    .set({ ...row, ...handedOn, ...newAgent })
    .where('id', '=', id)
    .execute()
}

function leadRow({ draft }: LeadRecord, key: DataKey, vault: Vault) {
  return {
    commune_code: draft.commune.code,
    programme: draft.programme,
    for_whom: draft.forWhom,
    sealed_details: sealDetails(key, draft),
    phone_hash: vault.hash('phone', draft.phone),
  }
}

export async function writeFacts(
  tx: Tx,
  lead: string,
  facts: readonly FactRecord[],
  at: Date,
): Promise<void> {
  if (facts.length === 0) return
  await tx
    .insertInto('lead_fact')
    .values(facts.map((fact) => ({ ...fact, lead_id: lead, at })))
    .execute()
}

async function writeConsent(tx: Tx, { turn, key }: KeyedTurn, lead: LeadRecord): Promise<void> {
  const { purpose, textVersion, textHash, how, given } = lead.consent
  await tx
    .insertInto('consent')
    .values({
      person_id: turn.person,
      lead_id: lead.id,
      channel: turn.channel,
      purpose,
      text_version: textVersion,
      text_hash: textHash,
      how,
      sealed_given: key.seal('consent.given', given),
      at: lead.capturedAt,
    })
    .execute()
}

/** What the province's desk must see. */
export async function writeNotices(
  tx: Tx,
  person: string | null,
  notices: readonly StaffNotice[],
  at: Date,
): Promise<void> {
  if (notices.length === 0) return
  await tx
    .insertInto('staff_notice')
    .values(
      notices.map(({ kind, detail, lead }) => ({
        kind,
        detail,
        lead_id: lead ?? null,
        person_id: person,
        at,
      })),
    )
    .execute()
}

/** A turn that could not be taken: which messages it was about, and why, for whoever mends it. */
export async function writeDeaths(tx: Tx, { turn, key }: KeyedTurn, at: Date): Promise<void> {
  const { died, answered, person }: TurnRecord = turn
  if (died === undefined || answered.length === 0) return
  const sealed_error = key.seal('dead_letter.error', died)
  await tx
    .insertInto('dead_letter')
    .values(answered.map((event_id) => ({ event_id, person_id: person, sealed_error, at })))
    .execute()
}
