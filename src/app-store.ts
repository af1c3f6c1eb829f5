import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StorePlace } from './adapters/postgres/open-backing.ts'
import type { Config } from './config.ts'

/** Where this program's store stands. The build leaves an empty one ready: making it at the first start takes seconds. */
export function storePlace(
  { DATABASE_URL: databaseUrl, DATA_DIR: dataDir }: Config,
  root: string,
): StorePlace {
  if (databaseUrl !== undefined) return { databaseUrl }
  const startFrom = join(root, 'dist', 'empty-database.tar.gz')
  return existsSync(startFrom) ? { dataDir, startFrom } : { dataDir }
}
