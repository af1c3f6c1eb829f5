import type { NextAnswer } from '../../src/simulator/fake-platform/fake-platform.ts'
import type { Dice } from './dice.ts'
import type { TroubleCount } from './troubles.ts'

/** How unlucky calls to the platforms are: which part of them goes wrong, and whether answers may never come. */
export interface Luck {
  readonly ofMessages: number // 0 … 1
  readonly ofNotices: number // 0 … 1
  /** Answers that never come hold up their sender for ten seconds each. */
  readonly silences: boolean
}

/** What may become of one call to a platform instead of the plain answer; from `end()` on nothing more goes wrong. */
export interface Mishaps {
  readonly count: TroubleCount
  message(): NextAnswer | undefined
  notice(): NextAnswer | undefined
  end(): void
}

type Named = readonly [name: string, answer: NextAnswer]

const quick: readonly [Named, ...Named[]] = [
  ['answered 500', { kind: 'status', status: 500 }],
  ['answered 429', { kind: 'status', status: 429 }],
  ['answer lost', { kind: 'hang-up', delivered: true }],
  ['call lost', { kind: 'hang-up', delivered: false }],
]
const slow: readonly Named[] = [
  ['no answer, delivered', { kind: 'silence', delivered: true }],
  ['no answer, not delivered', { kind: 'silence', delivered: false }],
]

export function newMishaps(dice: Dice, { ofMessages, ofNotices, silences }: Luck): Mishaps {
  const count: TroubleCount = {}
  const choices: [Named, ...Named[]] = silences ? [...quick, ...slow] : [...quick]
  let isOver = false
  const happen = ([name, answer]: Named) => {
    count[name] = (count[name] ?? 0) + 1
    return answer
  }
  return {
    count,
    message: () => (!isOver && dice.chance(ofMessages) ? happen(dice.pick(choices)) : undefined),
    notice: () =>
      !isOver && dice.chance(ofNotices)
        ? happen(['notice answered 500', { kind: 'status', status: 500 }])
        : undefined,
    end: () => void (isOver = true),
  }
}
