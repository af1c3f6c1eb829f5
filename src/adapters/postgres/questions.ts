import { sql, type Transaction } from 'kysely'
import type { Asked, Judged, QuestionNote } from '../../conversation/question-note.ts'
import type { QuestionRecord, QuestionStore, TurnRecord } from '../../work-ports.ts'
import type { Database, Db } from './database/schema.ts'

/** Keeps what the turns noted. A question asked again under its key takes the new words; the last verdict counts. */
export async function writeNotes(
  tx: Transaction<Database>,
  turns: readonly TurnRecord[],
  at: Date,
): Promise<void> {
  const asked = turns.flatMap(({ notes, channel }) =>
    notes.filter(isAsked).map((note) => ({ note, channel })),
  )
  for (const { note, channel } of asked) await writeAsked(tx, note, channel, at)
  for (const { key, verdict, entry } of turns.flatMap(({ notes }) => notes.filter(isJudged)))
    await tx
      .updateTable('question')
      .set({ verdict, chosen: entry ?? null })
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
  channel: TurnRecord['channel'],
  at: Date,
): Promise<void> {
  const said = { words, programme: programme ?? null, outcome, shown: [...shown] }
  await tx
    .insertInto('question')
    .values({ key, asked_at: at, channel, ...said })
    .onConflict((clash) => clash.column('key').doUpdateSet({ ...said, verdict: null, chosen: null }))
    .execute()
}

/** Reads them back, newest first: what nobody could answer or was told wrongly, or everything. */
export function openQuestionStore({ db }: { readonly db: Db }): QuestionStore {
  return {
    async list(which, most) {
      const rows = await db
        .selectFrom('question')
        .selectAll()
        .$if(which === 'to-mend', (query) =>
          query.where(sql<boolean>`outcome = 'not-understood' or verdict = 'not-meant'`),
        )
        .orderBy('asked_at', 'desc')
        .orderBy('key')
        .limit(most)
        .execute()
      return rows.map(recordOf)
    },
  }
}

function recordOf(row: Database['question']): QuestionRecord {
  const { asked_at: askedAt, channel, programme, words, outcome, shown, verdict, chosen } = row
  const optional = {
    ...(programme === null ? {} : { programme }),
    ...(verdict === null ? {} : { verdict }),
    ...(chosen === null ? {} : { chosen }),
  }
  return { askedAt, channel, words, outcome, shown, ...optional }
}
