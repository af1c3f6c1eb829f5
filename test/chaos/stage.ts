import { loadDemo } from '../../src/adapters/files/load-places.ts'
import { openBacking, type StorePlace } from '../../src/adapters/postgres/open-backing.ts'
import { storeOn } from '../../src/adapters/postgres/store.ts'
import { type Environment, newDataDir, removeData } from '../support/running-program.ts'
import { ownPostgres, ownRedis, type Server } from './servers.ts'
import { installWitness } from './witness-log.ts'

export type Form = 'servers' | 'embedded'

/** The form the program runs in: servers of our own and two workers, or one process with everything in it. */
export interface Stage {
  readonly place: StorePlace
  readonly env: Environment
  readonly postgres?: Server
  readonly redis?: Server
  remove(): Promise<void>
}

const PII_KEY = Buffer.alloc(32, 9).toString('base64')

export async function setStage(form: Form): Promise<Stage> {
  const dataDir = newDataDir()
  if (form === 'embedded') {
    return {
      place: { dataDir },
      env: { DATA_DIR: dataDir, PII_KEY },
      remove: async () => removeData({ dataDir }),
    }
  }
  const [postgres, redis] = [await ownPostgres(), await ownRedis()]
  const env = { DATA_DIR: dataDir, DATABASE_URL: postgres.url, REDIS_URL: redis.url, PII_KEY }
  return {
    ...{ place: { databaseUrl: postgres.url }, env, postgres, redis },
    async remove() {
      await Promise.all([postgres.remove(), redis.remove()])
      removeData({ dataDir })
    },
  }
}

/** Tables, agents to call people back, and the witness. */
export async function prepare(place: StorePlace): Promise<void> {
  const backing = await openBacking(place)
  const store = await storeOn(backing, {
    piiKey: PII_KEY,
    clock: { now: () => new Date() },
    retentionDays: 90,
    failed: () => undefined,
  })
  await store.seedDemo(loadDemo('.'), false)
  await installWitness(backing.db)
  await store.close()
}
