import type { Selectable } from 'kysely'
import type { Correspondent, DataRequest, DataRequests, NewDataRequest } from '../../ports.ts'
import { writeNotices } from './commit-effects.ts'
import type { Database } from './database/schema.ts'
import type { OutboxParts } from './outbox.ts'
import { erasePerson } from './privacy/erase-person.ts'
import type { Vault } from './sealing/vault.ts'

const SUBJECT = 'data_request.subject'
const CODE_LENGTH = 12

export interface DataRequestParts extends Pick<OutboxParts, 'db' | 'people' | 'clock'> {
  readonly vault: Vault
}

/** The register of people who want their data erased: one row each, however often a platform says so. */
export function openDataRequests(parts: DataRequestParts): DataRequests {
  const { db } = parts
  return {
    register: (asked) => register(parts, asked),
    async find(code) {
      const row = await db.selectFrom('data_request').selectAll().where('code', '=', code).executeTakeFirst()
      return row && requestOf(row)
    },
    async open() {
      const rows = await db
        .selectFrom('data_request')
        .selectAll()
        .where('done_at', 'is', null)
        .orderBy('asked_at')
        .execute()
      return rows.map(requestOf)
    },
    done: (code) => finish(parts, code),
  }
}

/** The same request has the same code; the province's desk hears of it once. */
async function register(parts: DataRequestParts, asked: NewDataRequest): Promise<string> {
  const { db, vault, clock } = parts
  const { source, subject, askedAt } = asked
  const hash = vault.hash('person', JSON.stringify(['data-request', source, subject, askedAt.getTime()]))
  const code = hash.slice(0, CODE_LENGTH).toUpperCase()
  const person = await personAmong(parts, asked.mayBe)
  await db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows: fresh = 0n } = await tx
      .insertInto('data_request')
      .values({
        code,
        source,
        person_id: person ?? null,
        sealed_subject: vault.secrets.seal(SUBJECT, subject),
        asked_at: askedAt,
        done_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (fresh === 0n) return
    const detail = `${source} ${code}`
    await writeNotices(tx, person ?? null, [{ kind: 'erase-request', detail }], clock.now())
  })
  return code
}

/** Whoever it was about is forgotten, with all that was derived. */
function finish({ db, clock }: DataRequestParts, code: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('data_request')
      .set({ done_at: clock.now(), sealed_subject: null })
      .where('code', '=', code)
      .where('done_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    const person = row?.person_id ?? undefined
    if (person === undefined) return row !== undefined
    await erasePerson(tx, person, clock.now())
    return true
  })
}

/** Looks only: nobody is made by asking to be forgotten. */
async function personAmong(
  { db, people }: DataRequestParts,
  mayBe: readonly Correspondent[],
): Promise<string | undefined> {
  if (mayBe.length === 0) return undefined
  const lookups = mayBe.map((who) => people.lookupOf(who))
  const row = await db.selectFrom('person').select('id').where('lookup', 'in', lookups).executeTakeFirst()
  return row?.id
}

function requestOf({
  code,
  source,
  person_id,
  asked_at,
  done_at,
}: Selectable<Database['data_request']>): DataRequest {
  return { code, source, isKnown: person_id !== null, askedAt: asked_at, doneAt: done_at ?? undefined }
}
