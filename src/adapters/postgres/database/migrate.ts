import { sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator, type Migration } from 'kysely/migration'
import { firstTables } from './migration-001-first.ts'
import { pageTables } from './migration-002-pages.ts'
import { talkState } from './migration-003-talk-state.ts'
import { zaloTokenTables } from './migration-004-zalo-tokens.ts'
import { dataRequests } from './migration-005-data-requests.ts'
import { questionTables } from './migration-006-questions.ts'
import { handOverTables } from './migration-009-hand-overs.ts'
import { talkSources } from './migration-010-talk-sources.ts'
import { targetTables } from './migration-014-targets.ts'
import { leadDomain } from './migration-017-lead-domain.ts'
import { staffTables } from './migration-022-staff.ts'
import { failedSends } from './migration-023-failed-sends.ts'
import { outboxCause } from './migration-027-outbox-cause.ts'
import { personalData } from './migration-028-personal-data.ts'
import { unclearSends } from './migration-030-unclear-sends.ts'
import { suggestionTables } from './migration-037-suggestions.ts'
import { answerTables } from './migration-046-answers.ts'
import { tries } from './migration-057-tries.ts'
import { quotas } from './migration-058-quotas.ts'
import { questionDesk } from './migration-065-question-desk.ts'
import { numberTables } from './migration-081-numbers.ts'
import { questionLists } from './migration-089-question-lists.ts'
import { draftBatch } from './migration-091-draft-batch.ts'
import { servedSince } from './migration-090-served-since.ts'
import { settledNotices } from './migration-092-notices.ts'
import { decreeTables } from './migration-085-decrees.ts'
import { leadLists } from './migration-096-lead-lists.ts'
import { pictures } from './migration-097-pictures.ts'
import { interacted } from './migration-098-interacted.ts'
import { entriesByMonth } from './migration-101-entries-by-month.ts'
import { noticesOfLeads } from './migration-100-notices-of-leads.ts'
import type { Db } from './schema.ts'

/** Every migration by number, in order; one that was released never changes. */
const migrations: Record<string, Migration> = {
  '001-first': statements(firstTables),
  '002-pages': statements(pageTables),
  '003-talk-state': statements(talkState),
  '004-zalo-tokens': statements(zaloTokenTables),
  '005-data-requests': statements(dataRequests),
  '006-questions': statements(questionTables),
  '009-hand-overs': statements(handOverTables),
  '010-talk-sources': statements(talkSources),
  '014-targets': statements(targetTables),
  '017-lead-domain': statements(leadDomain),
  '022-staff': statements(staffTables),
  '023-failed-sends': statements(failedSends),
  '027-outbox-cause': statements(outboxCause),
  '028-personal-data': statements(personalData),
  '030-unclear-sends': statements(unclearSends),
  '037-suggestions': statements(suggestionTables),
  '046-answers': statements(answerTables),
  '057-tries': statements(tries),
  '058-quotas': statements(quotas),
  '065-question-desk': statements(questionDesk),
  '081-numbers': statements(numberTables),
  '089-question-lists': statements(questionLists),
  '090-served-since': statements(servedSince),
  '091-draft-batch': statements(draftBatch),
  '092-notices': statements(settledNotices),
  '085-decrees': statements(decreeTables),
  '096-lead-lists': statements(leadLists),
  '097-pictures': statements(pictures),
  '098-interacted': statements(interacted),
  '100-notices-of-leads': statements(noticesOfLeads),
  '101-entries-by-month': statements(entriesByMonth),
}

function statements(all: readonly string[]): Migration {
  return {
    async up(db) {
      for (const one of all) await sql.raw(one).execute(db)
    },
  }
}

/** Brings the tables up to date. Kysely's migrator holds an advisory lock, so servers may start at the same time. */
export async function migrate(db: Db): Promise<void> {
  if (await isUpToDate(db)) return
  const provider = { getMigrations: async () => migrations }
  // Parts are built side by side, each with numbers of its own: a lower one may come later.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('the migrations of the store failed', { cause: error })
}

/** One look instead of the migrator's own, which takes PGlite a noticeable part of a start. */
async function isUpToDate(db: Db): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.id(DEFAULT_MIGRATION_TABLE)}`.execute(
      db,
    )
    const done = new Set(rows.map(({ name }) => name))
    return (
      done.size === Object.keys(migrations).length && Object.keys(migrations).every((name) => done.has(name))
    )
  } catch {
    return false // no such table yet
  }
}
