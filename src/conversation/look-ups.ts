import type { Effect } from './effect.ts'

/** Effects that are a question to the store. */
export type LookUp = Extract<
  Effect,
  { do: 'verify-agent' | 'check-meeting-code' | 'change-call-time' | 'find-points' }
>

const lookUps: ReadonlySet<string> = new Set<LookUp['do']>([
  'verify-agent',
  'check-meeting-code',
  'change-call-time',
  'find-points',
])

export const isLookUp = (effect: Effect): effect is LookUp => lookUps.has(effect.do)
