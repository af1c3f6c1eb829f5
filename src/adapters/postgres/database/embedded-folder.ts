import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './lock-file.ts'
import { PgliteInThread } from './pglite-in-thread.ts'

/** Keeps the program under 250 MB instead of 360; the tables of a pilot fit easily. */
const postgresqlconf = ['shared_buffers=16MB']

/** The embedded database of one data folder, open and locked. */
export interface OpenFolder {
  readonly pglite: PgliteInThread
  /** Where copies go. */
  readonly backups: string
  readonly unlock: () => void
}

/**
 * PostgreSQL inside this process, on a thread of its own, under DATA_DIR/db. Survives crashes and restarts, not power
 * cuts (it never syncs). An empty folder may begin as a copy of `startFrom` (see makeEmptyStore): making a database
 * takes seconds. Throws AlreadyOpen when another process has the folder.
 */
export async function openFolder(dataDir: string, startFrom?: string): Promise<OpenFolder> {
  const unlock = lockFolder(dataDir)
  try {
    const folder = join(dataDir, 'db')
    const pglite = existsSync(folder) ? await open(folder) : await begin(folder, startFrom)
    return { pglite, backups: join(dataDir, 'backups'), unlock }
  } catch (error) {
    unlock()
    throw error
  }
}

/** A database that is gone when it is closed. */
export function openInMemory(): Promise<PgliteInThread> {
  return PgliteInThread.open({ postgresqlconf })
}

/** Puts a dump in the place of the embedded database; what was there is kept beside it until the next restore. */
export async function restoreEmbedded(dataDir: string, file: string): Promise<void> {
  const unlock = lockFolder(dataDir)
  const live = join(dataDir, 'db')
  const restored = join(dataDir, 'db.restored')
  const before = join(dataDir, 'db.before-restore')
  try {
    rmSync(restored, { recursive: true, force: true })
    await (await open(restored, file)).close()
    rmSync(before, { recursive: true, force: true })
    moveIfThere(live, before)
    renameSync(restored, live)
  } finally {
    unlock()
  }
}

/** `dump`: what the folder, not yet there, begins as. */
const open = (dataDir: string, dump?: string) =>
  PgliteInThread.open({ dataDir, postgresqlconf, ...(dump !== undefined && { loadFrom: dump }) })

/** Made from nothing under another name first: a start that was cut short leaves no half database behind. */
async function begin(folder: string, dump: string | undefined): Promise<PgliteInThread> {
  if (dump !== undefined) return open(folder, dump)
  const part = `${folder}.new`
  rmSync(part, { recursive: true, force: true })
  await (await open(part)).close()
  renameSync(part, folder)
  return open(folder)
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
