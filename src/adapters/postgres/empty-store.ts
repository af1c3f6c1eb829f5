import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { embeddedIn } from './database/embedded.ts'
import { openInMemory } from './database/embedded-folder.ts'
import { migrate } from './database/migrate.ts'
import { openJobBox } from './job-box.ts'

/**
 * Writes the dump of an embedded store with every table and queue and nothing in them: what a first start begins with.
 * An installation's own things, its data keys above all, are made at that start.
 */
export async function makeEmptyStore(file: string): Promise<void> {
  const pglite = await openInMemory()
  const backing = embeddedIn({ pglite, backups: tmpdir(), unlock: () => undefined })
  await migrate(backing.db)
  const jobs = await openJobBox(backing, () => undefined)
  await jobs.close()
  writeFileSync(file, await pglite.dump())
  await backing.close()
}
