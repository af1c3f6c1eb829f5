import { randomBytes } from 'node:crypto'
import type { Db } from '../database/schema.ts'
import type { PiiKeys } from './pii-key.ts'
import { keyIdOf } from './seal.ts'
import { unwrapKey, Vault, wrapKey } from './vault.ts'

const REWRAP_AT_ONCE = 500

/**
 * Opens the store's own keys (made on first use) and wraps anew whatever an older PII_KEY wrapped. A PII_KEY that is
 * not this store's stops the start: better than people nobody can read.
 */
export async function openVault(db: Db, keys: PiiKeys): Promise<Vault> {
  const vault = new Vault(keys, await ownKey(db, keys, 'lookup'), await ownKey(db, keys, 'secrets'))
  await rewrapAll(db, keys, vault)
  return vault
}

async function ownKey(db: Db, keys: PiiKeys, name: string): Promise<Buffer> {
  const fresh = { name, wrapped_key: wrapKey(keys, randomBytes(32)) }
  await db
    .insertInto('keyring')
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await db.selectFrom('keyring').selectAll().where('name', '=', name).executeTakeFirstOrThrow()
  const key = unwrapKey(keys, kept.wrapped_key)
  if (keyIdOf(kept.wrapped_key) !== keys.current) {
    const wrapped_key = wrapKey(keys, key)
    await db.updateTable('keyring').set({ wrapped_key }).where('name', '=', name).execute()
  }
  return key
}

async function rewrapAll(db: Db, keys: PiiKeys, vault: Vault): Promise<void> {
  for (const table of ['person', 'agent'] as const) {
    while ((await rewrapSome(db, table, keys, vault)) === REWRAP_AT_ONCE);
  }
}

async function rewrapSome(db: Db, table: 'person' | 'agent', keys: PiiKeys, vault: Vault): Promise<number> {
  const old = await db
    .selectFrom(table)
    .select(['id', 'wrapped_key'])
    .where('wrapped_key', 'not like', `v1.${keys.current}.%`)
    .limit(REWRAP_AT_ONCE)
    .execute()
  for (const { id, wrapped_key } of old) {
    await db
      .updateTable(table)
      .set({ wrapped_key: vault.rewrap(wrapped_key) })
      .where('id', '=', id)
      .execute()
  }
  return old.length
}
