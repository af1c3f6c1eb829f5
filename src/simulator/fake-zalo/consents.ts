import { createHash, randomBytes } from 'node:crypto'
import type { ZaloHabits } from './options.ts'

const CODE_LIFE_MS = 10 * 60_000

interface Code {
  readonly challenge: string | undefined
  readonly expiresAt: number
}

/** What an administrator's consent comes to: a code that works once, for ten minutes, with its verifier. */
export class FakeZaloConsents {
  readonly #options: ZaloHabits
  readonly #codes = new Map<string, Code>()

  constructor(options: ZaloHabits) {
    this.#options = options
  }

  /** Where the administrator's browser goes next; an error number when Zalo does not like the question. */
  permit(query: Readonly<Record<string, unknown>>): string | number {
    const { app_id, redirect_uri, code_challenge: challenge, state } = query
    const { appId, oaId, redirectUris, now } = this.#options
    if (app_id !== appId) return -14_001
    if (typeof redirect_uri !== 'string' || !redirectUris.includes(redirect_uri)) return -14_003
    const code = randomBytes(24).toString('base64url')
    const given = typeof challenge === 'string' ? challenge : undefined
    this.#codes.set(code, { challenge: given, expiresAt: now().getTime() + CODE_LIFE_MS })
    const back = new URL(redirect_uri)
    back.searchParams.set('code', code)
    back.searchParams.set('oa_id', oaId)
    if (typeof state === 'string') back.searchParams.set('state', state)
    return back.href
  }

  /** Uses a code up. */
  redeem(code: string, verifier: string | undefined): boolean {
    const known = this.#codes.get(code)
    this.#codes.delete(code)
    if (!known || known.expiresAt <= this.#options.now().getTime()) return false
    if (known.challenge === undefined) return true
    return (
      createHash('sha256')
        .update(verifier ?? '')
        .digest('base64url') === known.challenge
    )
  }
}
