import type { Transaction } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../ports.ts'
import type { Database, Db } from '../database/schema.ts'
import type { Vault } from '../sealing/vault.ts'

export interface StaffParts {
  readonly db: Db
  readonly vault: Vault
  readonly clock: Clock
}
export type Tx = Transaction<Database>

const TOKEN_BYTES = 32

/** Unguessable, fit for a link and a cookie. Only its keyed hash is kept. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

export const after = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * 3_600_000)

/** Logins and e-mail addresses are told apart without regard to case or the way their accents are written. */
export const sameName = (typed: string): string => typed.normalize('NFC').trim().toLowerCase()
