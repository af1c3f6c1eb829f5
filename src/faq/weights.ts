import type { Evidence } from './features.ts'

/** What speaks for a thing being what a person means; each between 0 and 1. */
export const signals = [
  'phrase', // the way of asking most like it
  'phrases', // the three ways of asking most like it
  'entry', // its words among all ways of asking this entry
  'topic', // its words among all ways of asking this topic
  'learnt', // what the topic model makes of it
  'title',
  'body',
  'foreign', // it names a programme this entry is not about
  'marks', // tone marks typed that disagree
] as const
export type Signal = (typeof signals)[number]
export type Signals = Readonly<Record<Signal, number>>

/** How much each kind of evidence counts, before rarity. */
export const evidenceWeight: Readonly<Record<Evidence, number>> = { word: 1, pair: 0.5, near: 1 }

/** How far a clause that does not ask counts in a message that has one that does. */
export const STORY = 0.4

/** How much one sighting in an entry counts against its rate everywhere. */
export const SMOOTHING = 3

/** Fitted by test/retrieval/fit-weights.ts. */
export const signalWeight: Signals = {
  phrase: 2.3,
  phrases: 5,
  entry: 0.4,
  topic: 3.8,
  learnt: 4.6,
  title: 0,
  body: 1.9,
  foreign: 0,
  marks: -2.4,
}

/** Is a message for us? A logistic over how far our entries are ahead of other matters, and what it names. */
export const oursWeight = { base: -8.8, ahead: 0.6, real: 0.55, named: 2.05, known: 1.52 } as const
export const OURS_ENOUGH = -0.3

/** The best must be this many times likelier than the next to be answered without asking. */
export const SURE_ENOUGH = 1.6

/** Among the five kept, a second entry of a topic already shown counts this much. */
export const SAME_TOPIC = 0.4

/** A clause asks a question of its own when its best entry is at least this likely. */
export const TWO_QUESTIONS = 0.3
