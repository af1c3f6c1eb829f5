import { type Selectable, sql, type Transaction } from 'kysely'
import type { Asked, Judged, QuestionNote } from '../../conversation/question-note.ts'
import type { QuestionRecord, QuestionStore, TurnRecord, Wanted } from '../../work-ports.ts'
import type { Database, Db } from './database/schema.ts'

/** Keeps what the turns noted. A question asked again under its key takes the new words; the last verdict counts. */
export async function writeNotes(
  tx: Transaction<Database>,
  turns: readonly TurnRecord[],
  at: Date,
): Promise<void> {
  const asked = turns.flatMap((turn) => turn.notes.filter(isAsked).map((note) => ({ note, turn })))
  for (const { note, turn } of asked) await writeAsked(tx, note, turn, at)
  for (const { key, verdict, entry } of turns.flatMap(({ notes }) => notes.filter(isJudged)))
    await tx
      .updateTable('question')
      .set({ verdict, ...(entry !== undefined && { chosen: entry }) })
      .where('key', '=', key)
      .execute()
}

function isAsked(note: QuestionNote): note is Asked {
  return note.kind === 'asked'
}

function isJudged(note: QuestionNote): note is Judged {
  return note.kind === 'judged'
}

async function writeAsked(
  tx: Transaction<Database>,
  { key, words, programme, outcome, shown }: Asked,
  { channel, person }: Pick<TurnRecord, 'channel' | 'person'>,
  at: Date,
): Promise<void> {
  const said = { words, programme: programme ?? null, outcome, shown: [...shown] }
  await tx
    .insertInto('question')
    .values((eb) => ({
      ...{ key, asked_at: at, channel, ...said },
      desk: eb.fn<string>('coalesce', [
        eb.selectFrom('person').select('desk').where('id', '=', person),
        eb.val(''),
      ]),
    }))
    .onConflict((clash) => clash.column('key').doUpdateSet({ ...said, verdict: null, chosen: null }))
    .execute()
}

/** So many are read with one query: a thousand at once would hold the embedded store. */
const AT_ONCE = 250

type Row = Selectable<Database['question']>

/** Reads them back, newest first: what nobody could answer or was told wrongly, what was declined, or everything. */
export function openQuestionStore({ db }: { readonly db: Db }): QuestionStore {
  return {
    async list(which, most, since) {
      const rows: Row[] = []
      while (rows.length < most) {
        const some = await after(db, rows.at(-1), {
          which,
          since,
          most: Math.min(AT_ONCE, most - rows.length),
        })
        rows.push(...some)
        if (some.length < AT_ONCE) break
      }
      return rows.map(recordOf)
    },
  }
}

interface Listing {
  readonly which: Wanted
  readonly since: Date | undefined
  readonly most: number
}

/** The next of a list, in the order of its index. */
function after(db: Db, last: Row | undefined, { which, since, most }: Listing): Promise<readonly Row[]> {
  return db
    .selectFrom('question')
    .selectAll()
    .$if(which === 'to-mend', (query) =>
      query.where(sql<boolean>`(outcome = 'not-understood' or verdict = 'not-meant')`),
    )
    .$if(which === 'not-ours', (query) => query.where(sql<boolean>`outcome = 'not-ours'`))
    .$if(since !== undefined, (query) => query.where('asked_at', '>=', since ?? new Date(0)))
    .$if(last !== undefined, (query) =>
      query
        .where('asked_at', '<=', last?.asked_at ?? new Date(0))
        .where((where) =>
          where.or([
            where('asked_at', '<', last?.asked_at ?? new Date(0)),
            where('key', '>', last?.key ?? ''),
          ]),
        ),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('key')
    .limit(most)
    .execute()
}

function recordOf(row: Row): QuestionRecord {
  const { asked_at: askedAt, channel, desk, programme, words, outcome, shown, verdict, chosen } = row
  const optional = {
    ...(programme === null ? {} : { programme }),
    ...(verdict === null ? {} : { verdict }),
    ...(chosen === null ? {} : { chosen }),
  }
  return { askedAt, channel, desk, words, outcome, shown, ...optional }
}
