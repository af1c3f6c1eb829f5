import type { Transaction } from 'kysely'
import type { HandOverChange } from '../../work-ports.ts'
import type { KeyedTurn } from './commit-turns.ts'
import type { Database } from './database/schema.ts'
import type { JobBox } from './job-box.ts'
import type { DataKey } from './sealing/vault.ts'

type Tx = Transaction<Database>
type Words = Exclude<HandOverChange, { readonly kind: 'closed' }>
export const LINE = 'hand_over_line.text'

/** Who has the talk after this turn; a time that was promised gets its job in the same transaction. */
export async function writeHandOvers(tx: Tx, jobs: JobBox, keyed: KeyedTurn, at: Date): Promise<void> {
  const { turn, key } = keyed
  const { person, heardAt = at } = turn
  for (const change of turn.handOvers ?? []) {
    if (change.kind === 'closed') {
      await close(tx, change.id, change.why, heardAt)
      continue
    }
    if (change.kind === 'opened') await open(tx, jobs, { ...change, person, heardAt })
    await hear(tx, change, key, heardAt)
  }
}

type Opened = Extract<HandOverChange, { readonly kind: 'opened' }> & {
  readonly person: string
  readonly heardAt: Date
}

/** Somebody of the desk may have written in the meantime: then the talk is theirs already. */
async function open(tx: Tx, jobs: JobBox, { id, person, answerBy, heardAt }: Opened): Promise<void> {
  const row = { id, person_id: person, state: 'waiting', asked_at: heardAt, answer_by: answerBy } as const
  const { numInsertedOrUpdatedRows: made = 0n } = await tx
    .insertInto('hand_over')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made > 0n) await jobs.put(tx, 'hand-over', [{ key: id, startAfter: answerBy }])
}

async function hear(tx: Tx, { id, words }: Words, key: DataKey, at: Date): Promise<void> {
  const { numUpdatedRows: open } = await tx
    .updateTable('hand_over')
    .set((eb) => ({ heard_at: eb.fn<Date>('greatest', ['heard_at', eb.val(at)]) }))
    .where('id', '=', id)
    .executeTakeFirst()
  if (open === 0n || words.length === 0) return
  const lines = words.map((text) => ({ by: 'citizen', sealed_text: key.seal(LINE, text) }) as const)
  await tx
    .insertInto('hand_over_line')
    .values(lines.map((line) => ({ ...line, hand_over_id: id, at })))
    .execute()
}

/** An open one only: what ended once stays ended. */
export async function close(tx: Tx, id: string, why: string, at: Date): Promise<void> {
  await tx
    .updateTable('hand_over')
    .set({ closed_at: at, closed_why: why })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}
