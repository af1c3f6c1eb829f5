import { sql } from 'kysely'
import type { Db } from '../../../src/adapters/postgres/database/schema.ts'
import type { FaqEntry } from '../../../src/faq/faq-entry.ts'
import { dayInVietNam } from '../../../src/conversation/day-in-viet-nam.ts'
import { periodOf } from '../../../src/targets/period.ts'
import { typedWords } from './seeded.ts'

export const ENTRIES = 5_000
export const QUESTIONS = 200_000
export const DRAFTS = 200
const PHRASES = 20_000
export const LEADS = 34_000 // of a year
const OPEN_LEADS = 600
export const AGENTS = 920
const AT_ONCE = 250
const DAYS = 84 // twelve weeks, the longest time the page offers

/** A store as after years: every answer published in it, and what people asked in twelve weeks, evenly. */
export async function fill(db: Db, entries: readonly FaqEntry[], now: Date): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await publish(db, entries.slice(from, from + AT_ONCE), now)
  await sql`update answer_state set version = version + 1`.execute(db)
  await draft(db, entries.slice(0, DRAFTS), now)
  await ask(db, typedWords(entries, PHRASES), now)
  await plan(db, now)
  await leaveLeads(db, now)
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
      case when h < 80 then array[answers.ids[1 + floor(power((n::bigint * 31337) % 9973 / 9973.0, 3) * ${ENTRIES})::int]]
        else array[]::text[] end,
      case when h < 80 and h % 27 = 5 then 'not-meant' end
    from (select n, (n::bigint * 7919) % 100 as h, (n::bigint * 104729) % ${PHRASES} as no
      from generate_series(1, ${QUESTIONS}) n) numbered join said using (no),
      (select array_agg(entry_id order by entry_id) as ids from answer_served) answers`.execute(db)
  await sql`drop table said`.execute(db)
}

/** Agents of a province, with plans for the month and the year. */
async function plan(db: Db, now: Date): Promise<void> {
  for (const { key, from, until } of [
    periodOf('month', dayInVietNam(now)),
    periodOf('year', dayInVietNam(now)),
  ])
    await sql`insert into target (kind, subject, programme, period, from_day, until_day, plan, set_by, set_at)
      select 'agent', 'nv' || n, programme, ${key}, ${from}, ${until}, 9, 'bench', ${now}
      from generate_series(0, ${AGENTS - 1}) n, unnest(array['voluntary', 'household-health']) programme`.execute(
      db,
    )
}

/** Of a year, over 130 communes: one of three joined. Those of the last days are open, a third of them with no agent. */
async function leaveLeads(db: Db, now: Date): Promise<void> {
  await sql`
    insert into lead (id, code, owner, agent_id, state, commune_code, programme, for_whom, sealed_details, captured_at, offered_at,
      accept_before, call_before, accepted_at, first_call_at, outcome, outcome_at, closed_at, channel, desk)
    select gen_random_uuid(), 'L' || n, owner, case when owner = 'agent' then 'nv' || n % ${AGENTS} end,
      case when n > ${OPEN_LEADS} then 'closed' else 'accepted' end, (16000 + n % 130)::text,
      (array['voluntary', 'household-health'])[1 + n % 2], 'self', '', at, at, at, at, at,
      case when n > ${OPEN_LEADS} then at + interval '1 hour' end,
      case when n > ${OPEN_LEADS} then (array['joined', 'advised', 'not-reached'])[1 + n % 3] end,
      at + interval '1 hour', case when n > ${OPEN_LEADS} then at + interval '1 day' end, 'zalo', 'trang'
    from (select n, ${now}::timestamptz - n * interval '15 minutes' as at,
      case when n <= ${OPEN_LEADS} and n % 3 = 0 then 'province-desk' else 'agent' end as owner
      from generate_series(1, ${LEADS}) n) l`.execute(db)
}

/** As the program does every few minutes. */
export async function tidy(db: Db): Promise<void> {
  for (const table of ['day_count', 'day_count_new', 'entry_month', 'lead'])
    await sql`vacuum (analyze) ${sql.raw(table)}`.execute(db)
}
