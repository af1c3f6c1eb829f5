import type { NextAnswer } from './fake-platform.ts'

/** Answers put in line to be given instead of working. */
export class NextAnswers {
  readonly #queue: NextAnswer[] = []

  add(answer: NextAnswer, times: number): void {
    this.#queue.push(...Array.from({ length: times }, () => answer))
  }

  take(): NextAnswer | undefined {
    return this.#queue.shift()
  }
}
