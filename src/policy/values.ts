/** Whole đồng. Contributions are never quoted in fractions. */
export type Dong = number

/** A calendar day in Viet Nam, written 2026-11-22. ISO days sort as text, so `<` and `>=` just work. */
export type Day = `${number}-${number}-${number}`

/** Where the law says so: enough for a lawyer to open the page and check. */
export interface Citation {
  readonly act: string // "41/2024/QH15"
  readonly place: string // "Điều 36 khoản 1"
  readonly kind?: 'Nghị quyết' | undefined // of the National Assembly: numbered like a law
}

/** How sure we are of a value: two sources, one source, or memory and conflicting sources. */
export type Certainty = 'confirmed' | 'single-source' | 'unconfirmed'

/** What is said after a value of that certainty: never an unconfirmed one as a fact. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  confirmed: '',
  'single-source': '',
  unconfirmed: ' (chưa có xác nhận chính thức)',
}

const certainties: readonly Certainty[] = ['confirmed', 'single-source', 'unconfirmed']

/** A sum is as sure as the least sure value in it; with no values there is nothing to doubt. */
export function weakest(used: readonly Certainty[]): Certainty {
  return certainties.findLast((certainty) => used.includes(certainty)) ?? 'confirmed'
}

/** An amount times percentages, not yet rounded: shareOf(1_500_000, 22, 20) is 20% of 22% of 1.500.000. */
export function shareOf(amount: number, ...percents: readonly number[]): number {
  return percents.reduce((product, percent) => product * percent, amount) / 100 ** percents.length
}

/**
 * Half up to a whole đồng: done once, on the finished amount.
 * The detour over six decimals takes out what binary fractions add to sums like 1.07 × 50.
 */
export function roundDong(amount: number): Dong {
  return Math.round(Number(amount.toFixed(6)))
}
