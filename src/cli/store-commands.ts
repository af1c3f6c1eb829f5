import process from 'node:process'
import { loadDemo, loadPlaces } from '../adapters/files/load-places.ts'
import { restoreEmbedded } from '../adapters/postgres/database/embedded.ts'
import { loadOrCreatePiiKey } from '../adapters/postgres/sealing/pii-key.ts'
import { openStore, type Store } from '../adapters/postgres/store.ts'
import { readConfig, type Config } from '../config.ts'
import { provinceNamed } from '../places/resolve-place.ts'
import type { Surroundings } from './run-command.ts'
import { type Arguments, BadUsage } from './usage.ts'

type Command = (given: Arguments, around: Surroundings) => Promise<number>

/** Commands that need the store: they open it themselves, so an embedded program must be stopped first. */
export const storeCommands: Readonly<Record<string, Command>> = {
  /** The invented agents and points of the demo province; refused when a real platform is configured. */
  async seed(_, { root, print }) {
    const config = configuration(root)
    const { zalo, messenger } = config.platforms
    const store = await open(config)
    try {
      await store.seedDemo(loadDemo(root), zalo || messenger)
    } finally {
      await store.close()
    }
    print('Đã nạp dữ liệu mẫu: đại lý và điểm thu của tỉnh thử nghiệm.')
    return 0
  },

  /** One dump now, beside the hourly ones. */
  async backup(_, { root, print }) {
    const store = await open(configuration(root))
    try {
      const file = await store.backUp()
      print(file ?? 'PostgreSQL: dùng pg_dump để sao lưu.')
    } finally {
      await store.close()
    }
    return 0
  },

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
