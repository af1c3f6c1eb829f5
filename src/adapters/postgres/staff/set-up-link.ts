import { randomBytes } from 'node:crypto'
import { after, newToken, type StaffParts } from './staff-parts.ts'

const SETUP_HOURS = 72
const SECRET_BYTES = 20
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A set-up link's token, and the columns that make the account wait for it. */
export function newSetUp({ vault, clock }: StaffParts) {
  const token = newToken()
  const columns = { setup_hash: vault.hash('token', token), setup_until: after(clock.now(), SETUP_HOURS) }
  return { token, columns }
}

/** A secret for an authenticator app, base32 (20 bytes, as RFC 4226 advises). */
export function newSecret(): string {
  const bits = [...randomBytes(SECRET_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('')
}
