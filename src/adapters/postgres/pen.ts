import { sql } from 'kysely'
import type { Inbox } from '../../ports.ts'
import type { TurnStore } from '../../work-ports.ts'
import type { Db } from './database/schema.ts'

/** Undoes the trial. */
class NotKept extends Error {}

/**
 * Whether what we write is taken. A database on a full disk still answers questions, so after a write that failed a trial of
 * some size is written, and taken back, before the store is said to be well again.
 */
export class Pen {
  readonly #db: Db
  #isBroken = false

  constructor(db: Db) {
    this.#db = db
  }

  /** Notes whether it failed. */
  async noting<T>(writing: Promise<T>): Promise<T> {
    try {
      return await writing
    } catch (error) {
      this.#isBroken = true
      throw error
    }
  }

  async writes(): Promise<boolean> {
    if (this.#isBroken) this.#isBroken = !(await this.#trial())
    return !this.#isBroken
  }

  /** About 200 kB: more than the last free pages of files that are open. */
  async #trial(): Promise<boolean> {
    const outcome: unknown = await this.#db
      .transaction()
      .execute(async (tx) => {
        await sql`create temporary table trial on commit drop as
          select i, repeat(md5(i::text), 31) as page from generate_series(1, 200) as i`.execute(tx)
        throw new NotKept()
      })
      .catch((error: unknown) => error)
    return outcome instanceof NotKept
  }
}

/** What keeps a message, and what keeps its answer: the writes nobody may lose. */
export function withPen(pen: Pen, { inbox, turns }: { readonly inbox: Inbox; readonly turns: TurnStore }) {
  const accept: Inbox['accept'] = (messages, rawBody) => pen.noting(inbox.accept(messages, rawBody))
  const commit: TurnStore['commit'] = (turn) => pen.noting(turns.commit(turn))
  return { inbox: { ...inbox, accept }, turns: { ...turns, commit } }
}
