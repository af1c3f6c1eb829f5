import process from 'node:process'
import type { Judged } from './choose-threshold.ts'
import { fitAll, scoredBy, type Weights } from './fit-all.ts'
import { likelihood } from './fit-logistic.ts'
import type { Sample } from './samples.ts'

export interface Found {
  readonly asked: number
  readonly first: number
  readonly inThree: number
}

export interface HeldOut {
  readonly sources: readonly { readonly name: string; readonly found: Found }[]
  readonly found: Found
  readonly ours: readonly Judged[]
  readonly sure: readonly Judged[]
}

/** Each of the `left` sources out in turn: fitted on all the others, measured on it. */
export function crossValidate(samples: readonly Sample[], left: ReadonlySet<string>): HeldOut {
  const parts = [...left].map((name) => {
    const weights = fitAll(samples.filter(({ source }) => source !== name))
    const out = samples.filter(({ source }) => source === name)
    return { name, found: measured(out, weights), ...judged(out, weights) }
  })
  const add = (key: keyof Found) => parts.reduce((sum, { found }) => sum + found[key], 0)
  return {
    sources: parts.filter(({ found }) => found.asked > 0),
    found: { asked: add('asked'), first: add('first'), inThree: add('inThree') },
    ours: parts.flatMap(({ ours }) => ours),
    sure: parts.flatMap(({ sure }) => sure),
  }
}

/** Counts of questions whose topic came first, and in the first three. */
export function measured(samples: readonly Sample[], weights: Weights): Found {
  const found = samples
    .filter(({ isOurs }) => isOurs)
    .map((sample) => scoredBy(sample, weights.signals).isRight)
  return {
    asked: found.length,
    first: found.filter(([first]) => first === true).length,
    inThree: found.filter((right) => right.slice(0, 3).includes(true)).length,
  }
}

/** Sure is judged over all messages, also those that are not ours: answering one of them surely is wrong. */
function judged(samples: readonly Sample[], weights: Weights): Pick<HeldOut, 'ours' | 'sure'> {
  const scored = samples.map((sample) => {
    const { ours, sure, isRight } = scoredBy(sample, weights.signals)
    const isOurs = likelihood(ours, weights.ours)
    return { sample, isOurs, isSure: isOurs * likelihood(sure, weights.sure), isRight: isRight[0] === true }
  })
  return {
    ours: scored.map(({ sample, isOurs }) => ({ likelihood: isOurs, yes: sample.isOurs })),
    sure: scored.map(({ sample, isSure, isRight }) => ({
      likelihood: isSure,
      yes: sample.isOurs && isRight,
    })),
  }
}

export function say(name: string, { asked, first, inThree }: Found): void {
  const share = (count: number) => `${((100 * count) / asked).toFixed(1)} %`
  process.stdout.write(`${name}: n ${asked}, topic first ${share(first)}, in three ${share(inThree)}\n`)
}
