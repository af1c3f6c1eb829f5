/** What became of one webhook: the bot took it (200), or the platform stopped trying. */
export type Delivery = 'accepted' | 'gave-up'

/** Sees every event go out and be taken. */
export type Witness = (event: Readonly<Record<string, unknown>>, what: 'posted' | 'taken') => void

/** Bad habits of real platforms, to be switched on. */
export interface WebhookKnobs {
  copies: number // each call is posted this many times
  delayMs: number // before each first post
  forge: boolean // signed with a wrong secret
  scatterMs: number // each event, and each further copy of it, comes up to so much later, in no order
}

export interface WebhookControl {
  readonly knobs: WebhookKnobs
  readonly tally: { readonly posted: number; readonly accepted: number; readonly gaveUp: number }
  /** True once a ladder of retries was used up: real platforms then stop sending until someone asks again. */
  readonly disabled: boolean
  enable(): void
  /** Keeps events back until `release`: in their order, backwards, or all in one call (Messenger only). */
  hold(): void
  release(order?: 'as-sent' | 'reversed' | 'batched'): void
  /** Resolves when nothing is on its way any more, echoes and retries included. */
  settled(): Promise<void>
}

export interface WebhookSettings<Event> {
  readonly url: string
  readonly ladderMs: readonly number[] // pauses before each retry
  readonly timeoutMs: number
  readonly disables: boolean
  readonly wait: (ms: number) => Promise<void>
  readonly random?: () => number // for `scatterMs`
  readonly witness?: Witness | undefined
  /** The exact bytes and headers of one call; `tries` counts from 0. */
  readonly wrap: (events: readonly Event[], tries: number, forge: boolean) => Wrapped
}

export interface Wrapped {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

interface Held<Event> {
  readonly event: Event
  readonly done: (delivery: Promise<Delivery>) => void
}

/** Posts a platform's events: one first try at a time per person, retries up the ladder beside newer events. */
export class WebhookSender<Event extends Readonly<Record<string, unknown>>> implements WebhookControl {
  readonly knobs: WebhookKnobs = { copies: 1, delayMs: 0, forge: false, scatterMs: 0 }
  readonly tally = { posted: 0, accepted: 0, gaveUp: 0 }
  readonly #settings: WebhookSettings<Event>
  readonly #lines = new Map<string, Promise<unknown>>()
  readonly #open = new Set<Promise<unknown>>()
  #held: Held<Event>[] | undefined
  #disabled = false

  constructor(settings: WebhookSettings<Event>) {
    this.#settings = settings
  }

  get disabled(): boolean {
    return this.#disabled
  }

  enable(): void {
    this.#disabled = false
  }

  post(person: string, event: Event): Promise<Delivery> {
    const held = this.#held
    if (!held) return this.#dispatch(person, [event])
    return new Promise((resolve) => held.push({ event, done: resolve }))
  }

  hold(): void {
    this.#held = []
  }

  release(order: 'as-sent' | 'reversed' | 'batched' = 'as-sent'): void {
    const held = this.#held ?? []
    this.#held = undefined
    if (held.length === 0) return
    if (order === 'batched') {
      const delivery = this.#dispatch(
        '',
        held.map(({ event }) => event),
      )
      for (const { done } of held) done(delivery)
      return
    }
    for (const { event, done } of order === 'reversed' ? held.toReversed() : held) {
      done(this.#dispatch('', [event]))
    }
  }

  async settled(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open)
  }

  #dispatch(person: string, events: readonly Event[]): Promise<Delivery> {
    const isScattered = this.knobs.scatterMs > 0
    const before = isScattered ? this.#sometime() : (this.#lines.get(person) ?? Promise.resolve())
    const first = before.then(() => (isScattered ? this.#scatter(events) : this.#firstTry(events)))
    if (!isScattered) this.#lines.set(person, first)
    return this.#track(first.then((taken) => (taken ? this.#accepted() : this.#climb(events))))
  }

  #track<T>(delivery: Promise<T>): Promise<T> {
    this.#open.add(delivery)
    void delivery.finally(() => this.#open.delete(delivery))
    return delivery
  }

  #sometime(): Promise<void> {
    const { random = Math.random, wait } = this.#settings
    return wait(random() * this.knobs.scatterMs)
  }

  /** Once, and the further copies whenever they come. */
  #scatter(events: readonly Event[]): Promise<boolean> {
    for (let copy = 1; copy < this.knobs.copies; copy++) {
      void this.#track(this.#sometime().then(() => this.#try(events, copy)))
    }
    return this.#try(events, 0)
  }

  async #firstTry(events: readonly Event[]): Promise<boolean> {
    if (this.knobs.delayMs > 0) await this.#settings.wait(this.knobs.delayMs)
    if (this.#disabled) return false
    let taken = false
    for (let copy = 0; copy < this.knobs.copies; copy++) taken = (await this.#try(events, 0)) || taken
    return taken
  }

  async #climb(events: readonly Event[]): Promise<Delivery> {
    for (const [rung, pauseMs] of this.#settings.ladderMs.entries()) {
      if (this.#disabled) break
      await this.#settings.wait(pauseMs)
      if (await this.#try(events, rung + 1)) return this.#accepted()
    }
    this.tally.gaveUp += 1
    this.#disabled ||= this.#settings.disables
    return 'gave-up'
  }

  #tell(events: readonly Event[], what: 'posted' | 'taken'): void {
    for (const event of events) this.#settings.witness?.(event, what)
  }

  #accepted(): Delivery {
    this.tally.accepted += 1
    return 'accepted'
  }

  async #try(events: readonly Event[], tries: number): Promise<boolean> {
    const { url, timeoutMs, wrap } = this.#settings
    const { body, headers } = wrap(events, tries, this.knobs.forge)
    this.tally.posted += 1
    this.#tell(events, 'posted')
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await fetch(url, { method: 'POST', body, headers, signal })
      await response.arrayBuffer()
      if (response.status === 200) this.#tell(events, 'taken')
      return response.status === 200
    } catch {
      return false // refused, reset or too slow: the ladder is for that
    }
  }
}

/** A pause that does not keep a stopping process alive. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref())
}
