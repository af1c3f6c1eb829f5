import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Sealed text was changed, belongs elsewhere, or was sealed with another key. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
}

/**
 * AES-256-GCM. `keyId` is written in front, so that keys can be changed one row at a time; `place` (a table and column)
 * is authenticated, so that sealed text cannot be moved to another field.
 */
export function seal(key: Buffer, keyId: string, place: string, text: string | Buffer): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return `${VERSION}.${keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
}

/** The bytes that were sealed, for that place and no other. */
export function unseal(key: Buffer, place: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url')
  if (!sealed.startsWith(`${VERSION}.`) || bytes.length < NONCE_BYTES + TAG_BYTES) {
    throw new CannotOpen(`${place}: not sealed text`)
  }
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new CannotOpen(`${place}: cannot be opened with this key`, { cause })
  }
}

/** Which key sealed it. */
export function keyIdOf(sealed: string): string {
  return sealed.split('.')[1] ?? ''
}
