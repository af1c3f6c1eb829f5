import { postgresServer, redisServer } from '../support/needs.ts'
import { bareDatabase, bareFolder } from '../support/store-places.ts'
import { benchAcknowledge } from './acknowledge.ts'
import { benchLoad, type LoadedStore } from './program.ts'
import type { Row } from './row.ts'

const embedded: LoadedStore = {
  name: 'embedded',
  env: {},
  budgets: { reply: '≤ 300 ms', perSecond: 90, acknowledged: '≤ 50 ms' },
}

/** The rows of the program on a store: taking in, answering, and answering with echoes and receipts. */
export async function benchEmbedded(): Promise<readonly Row[]> {
  return [
    ...(await benchAcknowledge(bareFolder, 'embedded')),
    ...(await benchLoad(embedded, false)),
    ...(await benchLoad(embedded, true)),
  ]
}

export async function benchServer(): Promise<readonly Row[]> {
  const found = await bareDatabase().catch(() => undefined)
  await found?.remove()
  if (!found) {
    const where = new URL(postgresServer).host
    return [{ what: `PostgreSQL rows (skipped: none at ${where})`, figure: '-', budget: '≥ 400/s' }]
  }
  return [
    ...(await benchAcknowledge(bareDatabase, 'PostgreSQL')),
    ...(await onServer(false)),
    ...(await onServer(true)),
  ]
}

async function onServer(overheard: boolean): Promise<readonly Row[]> {
  const { place, remove } = await bareDatabase()
  const DATABASE_URL = place.databaseUrl
  const rows = await benchLoad(
    {
      name: 'PostgreSQL + Redis',
      env: { DATABASE_URL, REDIS_URL: redisServer, PII_KEY: Buffer.alloc(32, 3).toString('base64') },
      budgets: { reply: '≤ 300 ms', perSecond: 400, acknowledged: '' },
    },
    overheard,
  )
  await remove()
  return rows
}
