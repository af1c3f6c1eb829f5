import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { loadPlaces } from '../adapters/files/load-places.ts'
import { restoreEmbedded } from '../adapters/postgres/database/embedded-folder.ts'
import { AlreadyOpen } from '../adapters/postgres/database/lock-file.ts'
import { loadOrCreatePiiKey } from '../adapters/postgres/sealing/pii-key.ts'
import { openStore, type Store } from '../adapters/postgres/store.ts'
import { readConfig, type Config } from '../config.ts'
import { doorFileIn, throughAdminDoor } from '../operator/admin-door.ts'
import { storeJobs, type StoreJob } from '../operator/store-jobs.ts'
import { provinceNamed } from '../places/resolve-place.ts'
import type { Surroundings } from './run-command.ts'
import { type Arguments, BadUsage } from './usage.ts'

type Command = (given: Arguments, around: Surroundings) => Promise<number>

/** Commands on the store, and the one that puts another store in its place. */
export const storeCommands: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(Object.entries(storeJobs).map(([name, job]) => [name, commandOf(name, job)])),

  /** Puts a dump in the place of the embedded store; what was there is kept beside it. */
  async restore({ words: [file] }, { root, print }) {
    if (file === undefined) throw new BadUsage('restore FILE (DATA_DIR/backups/….tar.gz)')
    const { DATABASE_URL, DATA_DIR } = configuration(root)
    if (DATABASE_URL !== undefined) throw new BadUsage('restore: DATABASE_URL is set; use pg_restore there')
    await restoreEmbedded(DATA_DIR, file)
    print(`Đã phục hồi từ ${file}.`)
    return 0
  },
}

/** Opens the store itself; while the embedded program has it, that program does it. */
function commandOf(name: string, job: StoreJob): Command {
  return async ({ words: named, dryRun, withWords, person }, { root, input, print }) => {
    const config = configuration(root)
    const about = person === undefined ? [] : ['--person', person]
    const flags = [...(dryRun ? ['--dry-run'] : []), ...(withWords ? ['--with-words'] : [])]
    const typed = [...(withFiles.has(name) ? namedFrom(named) : named), ...about, ...flags]
    const words = typed.includes('-') ? await withLinesOf(input, typed) : typed
    const lines = await doItself(job, words, config, root).catch((error: unknown) => {
      const file = error instanceof AlreadyOpen ? doorFile(config.DATA_DIR) : undefined
      if (file === undefined) throw error
      return throughAdminDoor(file, name, words)
    })
    for (const line of lines) print(line)
    return 0
  }
}

/** Their second word is a file: the program that does it may run in another folder. */
const withFiles: ReadonlySet<string> = new Set(['import', 'export', 'template', 'knowledge'])

function namedFrom([kind, file, ...rest]: readonly string[]): readonly string[] {
  return [kind, file && resolve(file), ...rest].filter((word) => word !== undefined)
}

/** A word "-" stands for what comes on stdin, a word a line: secrets do not belong in a shell's history. */
async function withLinesOf(
  input: NodeJS.ReadableStream,
  typed: readonly string[],
): Promise<readonly string[]> {
  const lines = (await text(input)).split('\n').map((line) => line.trim())
  return [...typed.filter((word) => word !== '-'), ...lines.filter((line) => line !== '')]
}

async function doItself(
  job: StoreJob,
  words: readonly string[],
  config: Config,
  root: string,
): Promise<readonly string[]> {
  const store = await open(config)
  try {
    return await job(words, { store, config, root, pagesChanged: () => Promise.resolve() })
  } finally {
    await store.close()
  }
}

/** Undefined while the program that has the store has not opened its door, or has shut it. */
function doorFile(dataDir: string): string | undefined {
  try {
    return readFileSync(doorFileIn(dataDir), 'utf8')
  } catch {
    return undefined
  }
}

function configuration(root: string): Config {
  const places = loadPlaces(root)
  return readConfig(process.env, (text) => provinceNamed(text, places)?.code)
}

function open({
  DATABASE_URL: databaseUrl,
  DATA_DIR: dataDir,
  PII_KEY,
  RETENTION_DAYS,
}: Config): Promise<Store> {
  return openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl }, {
    piiKey: PII_KEY ?? loadOrCreatePiiKey(dataDir),
    clock: { now: () => new Date() },
    retentionDays: RETENTION_DAYS,
    failed: (error) => void process.stderr.write(`${error.name}\n`),
  })
}
