import { createHmac, randomBytes } from 'node:crypto'
import { CannotOpen, keyIdOf, seal, unseal } from './seal.ts'
import type { PiiKeys } from './pii-key.ts'

const DATA_KEY_BYTES = 32
const DATA_KEY = 'data-key'

/** One person's data key, open, with the id it carries in what it seals. Destroying the wrapped key erases the person. */
export class DataKey {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  seal(place: string, text: string | Buffer): string {
    return seal(this.#key, '1', place, text)
  }

  open(place: string, sealed: string): string {
    return this.openBytes(place, sealed).toString('utf8')
  }

  openBytes(place: string, sealed: string): Buffer {
    return unseal(this.#key, place, sealed)
  }
}

/** Wraps data keys with PII_KEY, and finds people by a keyed hash instead of by what identifies them. */
export class Vault {
  readonly #keys: PiiKeys
  readonly #lookupKey: Buffer
  /** Seals what is secret but about nobody: platform tokens. */
  readonly secrets: DataKey

  constructor(keys: PiiKeys, lookupKey: Buffer, secretsKey: Buffer) {
    this.#keys = keys
    this.#lookupKey = lookupKey
    this.secrets = new DataKey(secretsKey)
  }

  /** A fresh wrapped data key. */
  newKey(): string {
    return wrapKey(this.#keys, randomBytes(DATA_KEY_BYTES))
  }

  openKey(wrapped: string): DataKey {
    return new DataKey(unwrapKey(this.#keys, wrapped))
  }

  /** The same key, wrapped with the current PII_KEY. */
  rewrap(wrapped: string): string {
    return wrapKey(this.#keys, unwrapKey(this.#keys, wrapped))
  }

  /** A keyed hash (hex): equal for equal text, and useless without the key. */
  hash(purpose: 'person' | 'phone' | 'email' | 'code' | 'token', text: string): string {
    return createHmac('sha256', this.#lookupKey).update(`${purpose}\n${text}`).digest('hex')
  }
}

/** A key wrapped with the current PII_KEY, whose id it carries. */
export function wrapKey(keys: PiiKeys, key: Buffer): string {
  return seal(ownerKey(keys, keys.current), keys.current, DATA_KEY, key)
}

export function unwrapKey(keys: PiiKeys, wrapped: string): Buffer {
  return unseal(ownerKey(keys, keyIdOf(wrapped)), DATA_KEY, wrapped)
}

function ownerKey(keys: PiiKeys, id: string): Buffer {
  const key = keys.byId.get(id)
  if (!key)
    throw new CannotOpen(`PII_KEY: dữ liệu được khoá bằng khoá ${id}, không có trong PII_KEY đang đặt`)
  return key
}
