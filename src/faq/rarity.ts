import type { Drawn } from './draw-thing.ts'
import type { FeatureNumbers } from './feature-numbers.ts'
import type { Evidence } from './features.ts'
import { evidenceWeight } from './weights.ts'

/** Features by number, and how much each is worth: rare ones more, groups of near words less than words. */
export interface Rarity {
  readonly number: ReadonlyMap<string, number>
  readonly worth: Float32Array
  readonly worthOfUnknown: Readonly<Record<Evidence, number>>
}

/** Rarity is counted over the ways of asking: a word that only answers use is as rare as can be. */
export function rarity(drawn: readonly Drawn[], { number, kinds }: FeatureNumbers): Rarity {
  const seenIn = new Int32Array(kinds.length)
  for (const { asks } of drawn)
    for (const feature of new Set(asks.flat())) seenIn[feature] = (seenIn[feature] ?? 0) + 1
  const worth = Float32Array.from(
    kinds,
    (kind, i) => evidenceWeight[kind] * idf(drawn.length, seenIn[i] ?? 0),
  )
  const unknown = idf(drawn.length, 0)
  const { word, pair, near } = evidenceWeight
  return {
    number,
    worth,
    worthOfUnknown: { word: word * unknown, pair: pair * unknown, near: near * unknown },
  }
}

function idf(things: number, seenIn: number): number {
  return Math.log(1 + (things - seenIn + 0.5) / (seenIn + 0.5))
}
