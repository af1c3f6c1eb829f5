import type { Evidence, Feature } from './features.ts'

/** Features by number, in the order in which they were first met. */
export interface FeatureNumbers {
  readonly number: Map<string, number>
  readonly kinds: Evidence[]
}

export function noFeatures(): FeatureNumbers {
  return { number: new Map(), kinds: [] }
}

/** The numbers of these features, each once; new ones are added. */
export function numbered(features: readonly Feature[], numbers: FeatureNumbers): readonly number[] {
  return [...new Set(features.map(({ key, kind }) => numberFor(key, kind, numbers)))]
}

export function numberFor(key: string, kind: Evidence, { number, kinds }: FeatureNumbers): number {
  const known = number.get(key)
  if (known !== undefined) return known
  number.set(key, kinds.length)
  return kinds.push(kind) - 1
}
