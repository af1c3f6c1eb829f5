/**
 * What was understood. `value` null and no candidates: nothing. With `candidates` (best first) the person must be
 * asked which one they meant, even when there is a favourite in `value`.
 */
export interface Read<V> {
  readonly value: V | null
  readonly candidates?: readonly V[]
}

export const nothingRead = { value: null } as const

export function sure<V>(value: V): Read<V> {
  return { value }
}

/** Several readings, best first. Without a favourite `value` stays null. */
export function askBack<V>(candidates: readonly V[], favourite: V | null = null): Read<V> {
  return { value: favourite, candidates }
}

/** The value when it is sure, otherwise undefined. */
export function sureValue<V>({ value, candidates }: Read<V>): V | undefined {
  return candidates === undefined && value !== null ? value : undefined
}
