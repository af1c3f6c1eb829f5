import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The keys that wrap every data key: new ones are wrapped with `current`, older ones still open what they wrapped. */
export interface PiiKeys {
  readonly current: string // id
  readonly byId: ReadonlyMap<string, Buffer>
}

const KEY_BYTES = 32

/**
 * `PII_KEY`: one 32-byte key, base64 or hex; to change it write the new one in front, "new,old", and drop the old one
 * after a start (everything is wrapped anew then).
 */
export function parsePiiKeys(text: string): PiiKeys {
  const keys = text.split(',').map((one) => keyOf(one.trim()))
  const named = keys.map((key) => [idOf(key), key] as const)
  return { current: named[0]?.[0] ?? '', byId: new Map(named) }
}

function keyOf(text: string): Buffer {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64')
  if (key.length === KEY_BYTES) return key
  throw new Error('PII_KEY: phải là khoá 32 byte viết dạng hex (64 ký tự) hoặc base64')
}

const idOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8)

/** The key of an embedded store, made on first use in DATA_DIR/pii.key, readable by its owner only. */
export function loadOrCreatePiiKey(dataDir: string): string {
  const file = join(dataDir, 'pii.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

const isAlreadyThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'
