import { sql } from 'kysely'
import type { Db } from '../../../src/adapters/postgres/database/schema.ts'
import type { FaqEntry } from '../../../src/faq/faq-entry.ts'
import { typedWords } from './seeded.ts'

export const ENTRIES = 5_000
export const QUESTIONS = 200_000
export const DRAFTS = 200
const PHRASES = 20_000
const AT_ONCE = 250
const DAYS = 84 // twelve weeks, the longest time the page offers

/** A store as after years: every answer published in it, and what people asked in twelve weeks, evenly. */
export async function fill(db: Db, entries: readonly FaqEntry[], now: Date): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await publish(db, entries.slice(from, from + AT_ONCE), now)
  await sql`update answer_state set version = version + 1`.execute(db)
  await draft(db, entries.slice(0, DRAFTS), now)
  await ask(db, typedWords(entries, PHRASES), now)
  await sql`analyze`.execute(db)
}

async function publish(db: Db, entries: readonly FaqEntry[], now: Date): Promise<void> {
  const rows = await db
    .insertInto('answer_revision')
    .values(
      entries.map((entry) => ({
        ...{ entry_id: entry.id, name: 'Bản đầu', state: 'published' as const, text: JSON.stringify(entry) },
        ...{ base: null, base_id: null, authors: ['mai'], reviewer: 'lan', note: null, publish_at: null },
        ...{ changed_at: now, published_at: now, batch: null },
      })),
    )
    .returning(['id', 'entry_id'])
    .execute()
  await db
    .insertInto('answer_served')
    .values(rows.map(({ id, entry_id }) => ({ entry_id, revision_id: id })))
    .execute()
}

/** As a file brought them: drafts of answers that are served. */
async function draft(db: Db, entries: readonly FaqEntry[], now: Date): Promise<void> {
  for (const entry of entries) {
    const text = JSON.stringify(entry)
    await db
      .insertInto('answer_revision')
      .values({
        ...{ entry_id: entry.id, name: 'Nhập từ tệp', state: 'draft', text, base: text, base_id: null },
        ...{ authors: ['mai'], reviewer: null, note: null, changed_at: now, publish_at: null },
        ...{ published_at: null, batch: 'nhap' },
      })
      .execute()
  }
}

/** Of a hundred: 68 answered, 12 given choices, 9 not understood, 7 not ours, 4 handed over; 3 were not what was meant. */
async function ask(db: Db, phrases: readonly string[], now: Date): Promise<void> {
  await sql`create temporary table said (no int primary key, words text)`.execute(db)
  for (let from = 0; from < phrases.length; from += AT_ONCE) {
    const some = phrases
      .slice(from, from + AT_ONCE)
      .map((words, i) => sql`(${from + i}::int, ${words}::text)`)
    await sql`insert into said values ${sql.join(some)}`.execute(db)
  }
  await sql`
    insert into question (key, asked_at, channel, desk, programme, words, outcome, shown, verdict)
    select 'q' || n, ${now}::timestamptz - n * interval '${sql.raw(String((DAYS * 86_400) / QUESTIONS))} seconds',
      case when n % 3 = 0 then 'messenger' else 'zalo' end, 'trang',
      (array['voluntary', 'household-health', 'unemployment', 'general', null])[1 + n % 5], words,
      case when h < 68 then 'answered' when h < 80 then 'choices' when h < 89 then 'not-understood'
        when h < 96 then 'not-ours' else 'handed-over' end,
      case when h < 80 then array['lump-sum-papers'] else array[]::text[] end,
      case when h < 80 and h % 27 = 5 then 'not-meant' end
    from (select n, (n::bigint * 7919) % 100 as h, (n::bigint * 104729) % ${PHRASES} as no
      from generate_series(1, ${QUESTIONS}) n) numbered join said using (no)`.execute(db)
  await sql`drop table said`.execute(db)
}
