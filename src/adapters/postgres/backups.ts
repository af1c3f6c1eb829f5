import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Backing } from './database/backing.ts'

const KEPT = 24

/** One dump under DATA_DIR/backups, whole or not at all; the oldest beyond 24 go. Answers its path. */
export async function backUp({ backups }: Backing, at: Date): Promise<string | undefined> {
  if (!backups) return undefined
  const { folder } = backups
  const dump = await backups.dump()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${at.toISOString().replace(/[:.]/g, '-')}.tar.gz`)
  writeFileSync(`${file}.part`, dump, { mode: 0o600 })
  renameSync(`${file}.part`, file)
  for (const old of namesIn(folder).slice(0, -KEPT)) rmSync(join(folder, old))
  return file
}

/** Oldest first: the names are times. */
function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tar.gz'))
    .toSorted()
}
