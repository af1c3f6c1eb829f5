import type { Transaction } from 'kysely'
import type { StaffNotice, TurnRecord } from '../../work-ports.ts'
import type { Database } from './database/schema.ts'
import type { KeyedTurn } from './commit-turns.ts'

type Tx = Transaction<Database>

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

/** Strange callers, by commune: nothing in the row leads to who was called. */
export async function writeScamReports(tx: Tx, { scamReports = [] }: TurnRecord, at: Date): Promise<void> {
  if (scamReports.length === 0) return
  const rows = scamReports.map(({ commune = null, pattern = null, verdict }) => {
    return { commune_code: commune, pattern, verdict, at }
  })
  await tx.insertInto('scam_report').values(rows).execute()
}
