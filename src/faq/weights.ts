import type { Evidence } from './features.ts'
import { fitted } from './fitted.ts'

/** What speaks for a thing being what a person means; each between 0 and 1. */
export const signals = [
  'phrase', // the way of asking most like it
  'learnt', // what the topic model makes of it
  'meant', // what the entry model makes of it
  'foreign', // it names a programme this entry is not about
  'marks', // tone marks typed that disagree
] as const
type Signal = (typeof signals)[number]
export type Signals = Readonly<Record<Signal, number>>

/** How much each kind of evidence counts, before rarity. */
export const evidenceWeight: Readonly<Record<Evidence, number>> = { word: 1, pair: 0.5, near: 1 }

/** How far a clause that does not ask counts in a message that has one that does. */
export const STORY = 0.4

export const signalWeight: Signals = fitted.signals

/** Among the five kept, a second entry of a topic already shown counts this much. */
export const SAME_TOPIC = 0.4

/** A clause asks a question of its own when its best entry is at least this likely. */
export const TWO_QUESTIONS = 0.3
