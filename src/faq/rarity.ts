import type { Drawn } from './draw-thing.ts'
import type { Evidence } from './features.ts'
import { evidenceWeight } from './weights.ts'

/** Features by number, and how much each is worth: rare ones more, groups of near words less than words. */
export interface Rarity {
  readonly number: ReadonlyMap<string, number>
  readonly worth: Float32Array
  readonly worthOfUnknown: (kind: Evidence) => number
}

export function rarity(drawn: readonly Drawn[]): Rarity {
  const number = new Map<string, number>()
  const kinds: Evidence[] = []
  const seenIn: number[] = []
  for (const thing of drawn)
    for (const [key, { kind, asked }] of featuresOfThing(thing)) {
      const known = number.get(key) ?? number.size
      number.set(key, known)
      kinds[known] = kind
      seenIn[known] = (seenIn[known] ?? 0) + asked
    }
  const worth = Float32Array.from(
    kinds,
    (kind, i) => evidenceWeight[kind] * idf(drawn.length, seenIn[i] ?? 0),
  )
  return { number, worth, worthOfUnknown: (kind) => evidenceWeight[kind] * idf(drawn.length, 0) }
}

function featuresOfThing({ asks, body }: Drawn): Map<string, { kind: Evidence; asked: 0 | 1 }> {
  const found = new Map<string, { kind: Evidence; asked: 0 | 1 }>()
  for (const key of body) found.set(key, { kind: 'word', asked: 0 })
  for (const { key, kind } of asks.flat()) found.set(key, { kind, asked: 1 })
  return found
}

function idf(things: number, seenIn: number): number {
  return Math.log(1 + (things - seenIn + 0.5) / (seenIn + 0.5))
}
