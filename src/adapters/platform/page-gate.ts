const MINUTE_MS = 60_000
const PROBE_MS = 15_000
const SLOW_AT_PERCENT = 80
const FULL_PERCENT = 100
const SLOW_GAP_MS = 1_000

/** For how long a refusal holds up everything else of the page; a hold that doubles does so up to `holdAtMostMs`. */
export interface Hold {
  readonly holdMs?: number
  readonly holdAtMostMs?: number
}

/** How much of a platform's limits is used up, in percent, and after how many minutes calls are taken again (0: now). */
export interface Usage {
  readonly percent: number
  readonly regainMinutes: number
}

export type Entry =
  { readonly kind: 'go' } | { readonly kind: 'wait'; readonly ms: number; readonly why: string }

/**
 * The one way out to a Page. Shut while the platform refuses everybody or asks for a pause; when the pause is over one message
 * goes first and the others follow when it was taken. From 80 % of a limit on there is one message a second.
 */
export class PageGate {
  #shutUntil = 0
  #why = ''
  #heldForMs = 0 // longer each time for holds that double
  #gapMs = 0
  #nextAt = 0

  enter(now: number): Entry {
    if (now < this.#shutUntil) return { kind: 'wait', ms: this.#shutUntil - now, why: this.#why }
    if (now < this.#nextAt)
      return { kind: 'wait', ms: this.#nextAt - now, why: 'close to the limits of the platform' }
    if (this.#why !== '') this.#shutUntil = now + PROBE_MS
    this.#nextAt = now + this.#gapMs
    return { kind: 'go' }
  }

  /** One was taken: everybody may follow. */
  open(): void {
    this.#shutUntil = 0
    this.#heldForMs = 0
    this.#why = ''
  }

  shut(now: number, why: string, { holdMs = 0, holdAtMostMs = holdMs }: Hold): void {
    if (holdMs === 0) return
    this.#heldForMs = Math.min(Math.max(holdMs, this.#heldForMs * 2), holdAtMostMs)
    this.#until(now + this.#heldForMs, why)
  }

  /** What the headers of any answer say. */
  learn(now: number, { percent, regainMinutes }: Usage): void {
    this.#gapMs = percent >= SLOW_AT_PERCENT ? SLOW_GAP_MS : 0
    const minutes = percent >= FULL_PERCENT ? Math.max(1, regainMinutes) : regainMinutes
    if (minutes > 0) this.#until(now + minutes * MINUTE_MS, 'at the limits of the platform')
  }

  #until(instant: number, why: string): void {
    this.#shutUntil = Math.max(this.#shutUntil, instant)
    this.#why = why
  }
}
