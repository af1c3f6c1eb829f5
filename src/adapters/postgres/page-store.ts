import { messengerPageKeys, zaloPageKeys, type Page, type PageChannel } from '../../pages/page.ts'
import type { Clock } from '../../ports.ts'
import type { Database, Db } from './database/schema.ts'
import type { Vault } from './sealing/vault.ts'

/** The pages added by an operator; those of the environment are not among them. */
export interface PageStore {
  /** In the order of channel and id. */
  list(): Promise<readonly Page[]>
  /** Adds the page, or puts it in the place of the one with its channel and id. */
  put(page: Page): Promise<void>
  /** False when there was no such page. What its people wrote stays. */
  remove(channel: PageChannel, id: string): Promise<boolean>
}

const PLACE = 'page.keys'

export function openPageStore({ db, vault, clock }: { db: Db; vault: Vault; clock: Clock }): PageStore {
  return {
    async list() {
      const rows = await db.selectFrom('page').selectAll().orderBy('channel').orderBy('id').execute()
      return rows.map((row) => pageOf(row, JSON.parse(vault.secrets.open(PLACE, row.sealed_keys))))
    },
    async put({ keys, channel, id, ...facts }) {
      const sealed_keys = vault.secrets.seal(PLACE, JSON.stringify(keys))
      const row = { ...facts, commune: facts.commune ?? null, hotline: facts.hotline ?? null, sealed_keys }
      const changed = { ...row, changed_at: clock.now() }
      await db
        .insertInto('page')
        .values({ channel, id, ...changed })
        .onConflict((conflict) => conflict.columns(['channel', 'id']).doUpdateSet(changed))
        .execute()
    },
    async remove(channel, id) {
      const gone = await db
        .deleteFrom('page')
        .where('channel', '=', channel)
        .where('id', '=', id)
        .executeTakeFirst()
      return gone.numDeletedRows > 0n
    },
  }
}

function pageOf(row: Database['page'], keys: unknown): Page {
  const { channel, id, province, voice, hours } = row
  const facts = {
    id,
    province,
    commune: row.commune ?? undefined,
    voice,
    hours,
    hotline: row.hotline ?? undefined,
  }
  return channel === 'zalo'
    ? { ...facts, channel, keys: zaloPageKeys.parse(keys) }
    : { ...facts, channel, keys: messengerPageKeys.parse(keys) }
}
