import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { FakeZaloConsents } from './consents.ts'
import type { ZaloHabits } from './options.ts'

const ACCESS_LIFE_MS = 25 * 3_600_000
const REFRESH_LIFE_MS = 90 * 24 * 3_600_000

const form = z.discriminatedUnion('grant_type', [
  z.object({ app_id: z.string(), grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
  z.object({
    app_id: z.string(),
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    code_verifier: z.string().optional(),
  }),
])
type Grant = z.output<typeof form>

interface Issued {
  expiresAt: number
  spent: boolean
}

/** The OA's tokens as Zalo keeps them: a refresh token works once, and rotating may kill the old access token. */
export class FakeZaloTokens {
  readonly #options: ZaloHabits
  readonly #consents: FakeZaloConsents
  readonly #access = new Map<string, Issued>()
  readonly #refresh = new Map<string, Issued>()
  #dropNext = false
  #oaId: string
  /** How often a spent refresh token was offered again: a client that does so can lose its grant. */
  spentTwice = 0

  constructor(options: ZaloHabits, consents: FakeZaloConsents) {
    this.#options = options
    this.#oaId = options.oaId
    this.#consents = consents
    const now = options.now().getTime()
    this.#refresh.set(options.refreshToken, { expiresAt: now + REFRESH_LIFE_MS, spent: false })
    if (options.accessToken !== undefined) this.#issueAccess(options.accessToken)
  }

  /** 'drop' means: rotated, but the answer gets lost. */
  exchange(
    secret: string | undefined,
    given: unknown,
  ): { readonly status: number; readonly body: object } | 'drop' {
    const read = form.safeParse(given)
    if (secret !== this.#options.appSecret) return this.#refuse('Invalid secret key', -14_004)
    if (!read.success || read.data.app_id !== this.#options.appId)
      return this.#refuse('Invalid parameter', -14_001)
    const complaint = this.#spend(read.data)
    if (complaint) return complaint
    const body = this.#rotate()
    if (!this.#dropNext) return { status: 200, body }
    this.#dropNext = false
    return 'drop'
  }

  #spend(grant: Grant) {
    if (grant.grant_type === 'authorization_code') {
      const isGood = this.#consents.redeem(grant.code, grant.code_verifier)
      return isGood ? undefined : this.#refuse('Invalid code', -14_005)
    }
    const token = this.#refresh.get(grant.refresh_token)
    if (token?.spent) this.spentTwice += 1
    if (!token || token.spent || token.expiresAt <= this.#now()) {
      return this.#refuse('Invalid refresh token.', -14_014)
    }
    token.spent = true
    return undefined
  }

  /** The OA takes its consent back: nothing it ever issued works any more. */
  withdrawConsent(): void {
    this.expireAccess()
    this.#refresh.clear()
  }

  /** Whose the tokens are, by Zalo's own word. */
  get oaId(): string {
    return this.#oaId
  }

  belongTo(oaId: string): void {
    this.#oaId = oaId
  }

  dropNextAnswer(): void {
    this.#dropNext = true
  }

  /** Zalo's error number for a token, or undefined when it is good. */
  complaint(token: string | undefined): -216 | -220 | undefined {
    const known = this.#access.get(token ?? '')
    if (!known) return -216
    return known.spent || known.expiresAt <= this.#now() ? -220 : undefined
  }

  expireAccess(): void {
    for (const token of this.#access.values()) token.spent = true
  }

  #rotate(): object {
    if (this.#options.rotateKillsOldAccess) this.expireAccess()
    const accessToken = `at_${randomBytes(24).toString('hex')}`
    const refreshToken = `rt_${randomBytes(24).toString('hex')}`
    this.#issueAccess(accessToken)
    this.#refresh.set(refreshToken, { expiresAt: this.#now() + REFRESH_LIFE_MS, spent: false })
    return {
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: String(ACCESS_LIFE_MS / 1_000),
    }
  }

  #issueAccess(token: string): void {
    this.#access.set(token, { expiresAt: this.#now() + ACCESS_LIFE_MS, spent: false })
  }

  #refuse(name: string, code: number): { readonly status: number; readonly body: object } {
    const { error200, numericError } = this.#options
    const texts = { error_name: name, error_reason: name, error_description: name, ref_doc: '' }
    return { status: error200 ? 200 : 400, body: numericError ? { ...texts, error: code } : texts }
  }

  #now(): number {
    return this.#options.now().getTime()
  }
}
