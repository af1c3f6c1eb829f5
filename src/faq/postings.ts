import type { Drawn } from './draw-thing.ts'
import { SMOOTHING } from './weights.ts'

/** Where a feature is found, and how strongly it speaks for each place. */
export interface Postings {
  readonly places: Int32Array
  readonly weights: Float32Array
  readonly most: number // what a place asked about only in this way would get
}

/**
 * For every feature: the groups (entries, or topics) whose ways of asking hold it, weighed by how much more often it
 * is there than everywhere. `groupOf` names the group of each thing.
 */
export function postings(
  drawn: readonly Drawn[],
  groupOf: readonly number[],
  number: ReadonlyMap<string, number>,
): readonly Postings[] {
  const sizes: number[] = []
  const seen: Map<number, number>[] = Array.from({ length: number.size }, () => new Map<number, number>())
  for (const [i, { asks }] of drawn.entries()) {
    const group = groupOf[i] ?? 0
    sizes[group] = (sizes[group] ?? 0) + asks.length
    for (const ask of asks)
      for (const key of new Set(ask.map((feature) => feature.key))) {
        const places = seen[number.get(key) ?? 0]
        places?.set(group, (places.get(group) ?? 0) + 1)
      }
  }
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return seen.map((places) => weigh(places, sizes, total))
}

function weigh(places: ReadonlyMap<number, number>, sizes: readonly number[], total: number): Postings {
  const everywhere = [...places.values()].reduce((sum, count) => sum + count, 0) / total
  const speaks = (rate: number) => Math.log(1 + rate / (SMOOTHING * everywhere + 0.01))
  return {
    places: Int32Array.from(places.keys()),
    weights: Float32Array.from(places, ([group, count]) => speaks(count / (sizes[group] ?? 1))),
    most: places.size === 0 ? 0 : speaks(1),
  }
}
