import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Correspondent } from '../../ports.ts'
import type { Db } from './database/schema.ts'
import type { DataKey, Vault } from './sealing/vault.ts'

/** A correspondent as the store knows them: a pseudonym, and the key their data is sealed with. */
export interface Known {
  readonly id: string
  readonly key: DataKey
}

interface PersonRow {
  readonly id: string
  readonly lookup: string
  readonly wrapped_key: string
}

const MOST_REMEMBERED = 10_000

/** Finds people by a keyed hash of who they are, and makes those who write for the first time. */
export class People {
  readonly #db: Db
  readonly #vault: Vault
  readonly #remembered = new Map<string, Known>()
  readonly #keys = new Map<string, DataKey>()

  constructor(db: Db, vault: Vault) {
    this.#db = db
    this.#vault = vault
  }

  /** Everyone of the list, by `lookupOf`: one statement for those not met lately, none for the rest. */
  async knowAll(whos: readonly Correspondent[]): Promise<ReadonlyMap<string, Known>> {
    const wanted = new Map(whos.map((who) => [this.lookupOf(who), who]))
    const strangers = [...wanted].filter(([lookup]) => !this.#remembered.has(lookup))
    const remembered = [...wanted.keys()].flatMap((lookup) => entryOf(this.#remembered, lookup))
    return new Map([...remembered, ...(strangers.length > 0 ? await this.#meet(strangers) : [])])
  }

  lookupOf({ channel, desk, id }: Correspondent): string {
    return this.#vault.hash('person', JSON.stringify([channel, desk, id]))
  }

  /** The keys of these people, by pseudonym: one statement for those not met lately, none for the rest. */
  async keys(ids: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
    const strangers = ids.filter((id) => !this.#keys.has(id))
    const known = ids.flatMap((id) => entryOf(this.#keys, id))
    if (strangers.length === 0) return new Map(known)
    const rows = await this.#db
      .selectFrom('person')
      .select(['id', 'wrapped_key'])
      .where('id', 'in', strangers)
      .execute()
    return new Map([...known, ...rows.map((row) => [row.id, this.keyIn(row)] as const)])
  }

  /** The key in a row that was read with its person; remembered for the next time. */
  keyIn({ id, wrapped_key }: Omit<PersonRow, 'lookup'>): DataKey {
    const key = this.#keys.get(id) ?? this.#vault.openKey(wrapped_key)
    if (this.#keys.size >= MOST_REMEMBERED) this.#keys.clear()
    this.#keys.set(id, key)
    return key
  }

  /** After a failure what we remember may be of people who are gone. */
  forget(): void {
    this.#remembered.clear()
    this.#keys.clear()
  }

  /** In order of lookup, so that two servers meeting the same people never wait for each other in a circle. */
  async #meet(strangers: readonly (readonly [string, Correspondent])[]): Promise<[string, Known][]> {
    const rows = strangers
      .map(([lookup, who]) => this.#newPerson(lookup, who))
      .toSorted((a, b) => (a.lookup < b.lookup ? -1 : 1))
    const { rows: met } = await sql<PersonRow>`
      insert into person (id, lookup, channel, desk, sealed_user, wrapped_key, created_at)
      select id, lookup, channel, desk, sealed_user, wrapped_key, now()
      from json_to_recordset(${JSON.stringify(rows)}::text::json)
        as t(id uuid, lookup text, channel text, desk text, sealed_user text, wrapped_key text)
      on conflict (lookup) do update set lookup = excluded.lookup
      returning id, lookup, wrapped_key`.execute(this.#db)
    return met.map((row) => [row.lookup, this.#remember(row)])
  }

  #remember(row: PersonRow): Known {
    const known = { id: row.id, key: this.keyIn(row) }
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(row.lookup, known)
    return known
  }

  #newPerson(lookup: string, { channel, desk, id: user }: Correspondent) {
    const wrapped_key = this.#vault.newKey()
    const sealed_user = this.#vault.openKey(wrapped_key).seal('person.user', user)
    return { id: randomUUID(), lookup, channel, desk, sealed_user, wrapped_key }
  }
}

function entryOf<V>(map: ReadonlyMap<string, V>, key: string): [string, V][] {
  const value = map.get(key)
  return value === undefined ? [] : [[key, value]]
}
