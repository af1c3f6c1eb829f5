import type { SendFailure, TryLater } from '../../ports.ts'

/** One row of a platform's error table: what the code means for what we do next. */
export type Verdict = (detail: string) => SendFailure

export const ourFault: Verdict = (detail) => ({ kind: 'our-fault', detail })
export const personLeft: Verdict = (detail) => ({ kind: 'person-left', detail })
export const tryLater =
  (afterMs: number, more: Omit<Partial<TryLater>, 'kind'> = {}): Verdict =>
  (detail) => ({ kind: 'try-later', afterMs, detail, ...more })
export const notAllowedNow =
  (rule: string): Verdict =>
  () => ({ kind: 'not-allowed-now', rule })
