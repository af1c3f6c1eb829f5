import { randomBytes } from 'node:crypto'
import type { Clock } from '../../ports.ts'
import type { Db } from './database/schema.ts'
import type { Vault } from './sealing/vault.ts'

/** A consent that was asked for: the OA it must be of, and the secret only we know (PKCE). */
interface AskedConsent {
  readonly oa: string
  readonly verifier: string
}

/** Consents an operator has asked for and no administrator has given yet. */
export interface ZaloConsents {
  /** Answers a ticket nobody can guess: it opens the page and comes back as `state`, once. */
  ask(oa: string): Promise<string>
  find(ticket: string): Promise<AskedConsent | undefined>
  /** Finds it and uses it up. */
  take(ticket: string): Promise<AskedConsent | undefined>
}

const PLACE = 'zalo_consent.verifier'
const GOOD_FOR_MS = 60 * 60_000
const RANDOM_BYTES = 32 // 43 characters of base64url: the length Zalo wants of a verifier

export function openZaloConsents({ db, vault, clock }: { db: Db; vault: Vault; clock: Clock }): ZaloConsents {
  const hashOf = (ticket: string) => vault.hash('token', ticket)
  const opened = (row: { oa: string; sealed_verifier: string; expires_at: Date } | undefined) =>
    row && row.expires_at > clock.now()
      ? { oa: row.oa, verifier: vault.secrets.open(PLACE, row.sealed_verifier) }
      : undefined
  return {
    async ask(oa) {
      const [ticket, verifier] = [secret(), secret()]
      const expires_at = new Date(clock.now().getTime() + GOOD_FOR_MS)
      const sealed_verifier = vault.secrets.seal(PLACE, verifier)
      await db.deleteFrom('zalo_consent').where('expires_at', '<', clock.now()).execute()
      await db
        .insertInto('zalo_consent')
        .values({ ticket_hash: hashOf(ticket), oa, sealed_verifier, expires_at })
        .execute()
      return ticket
    },
    async find(ticket) {
      const rows = db.selectFrom('zalo_consent').selectAll().where('ticket_hash', '=', hashOf(ticket))
      return opened(await rows.executeTakeFirst())
    },
    async take(ticket) {
      const gone = db.deleteFrom('zalo_consent').where('ticket_hash', '=', hashOf(ticket)).returningAll()
      return opened(await gone.executeTakeFirst())
    },
  }
}

const secret = () => randomBytes(RANDOM_BYTES).toString('base64url')
