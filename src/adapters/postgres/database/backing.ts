import type { PgBoss } from 'pg-boss'
import type { Db } from './schema.ts'

/** One of the two databases a store can stand on. Everything above is the same SQL. */
export interface Backing {
  readonly kind: 'embedded' | 'server'
  readonly db: Db
  newBoss(): PgBoss
  /** Tables change all the time and PGlite has no autovacuum: tidies up, and lets the planner know. */
  tidy(): Promise<void>
  /** A whole copy, gzipped tar, and where copies go; undefined where the server has its own backups. */
  readonly backups: { readonly folder: string; dump(): Promise<Uint8Array> } | undefined
  close(): Promise<void>
}
