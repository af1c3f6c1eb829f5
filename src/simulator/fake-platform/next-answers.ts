import type { NextAnswer } from './fake-platform.ts'

/** Asked at each call: what goes wrong with it, if anything. */
export type Mishap = () => NextAnswer | undefined

/** Answers put in line to be given instead of working; when none waits, `mishap` may have one. */
export class NextAnswers {
  readonly #queue: NextAnswer[] = []
  readonly #mishap: Mishap

  constructor(mishap: Mishap = () => undefined) {
    this.#mishap = mishap
  }

  add(answer: NextAnswer, times: number): void {
    this.#queue.push(...Array.from({ length: times }, () => answer))
  }

  take(): NextAnswer | undefined {
    return this.#queue.shift() ?? this.#mishap()
  }
}
