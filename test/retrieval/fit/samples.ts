import type { SearchWords } from '../../../src/faq/answer.ts'
import type { FaqEntry } from '../../../src/faq/faq-entry.ts'
import type { Findable } from '../../../src/faq/findable.ts'
import type { Reading } from '../../../src/faq/judge.ts'
import { look } from '../../../src/faq/look.ts'
import type { Ranked } from '../../../src/faq/rank.ts'
import { readQuery } from '../../../src/faq/read-query.ts'
import { buildSearch, type Search } from '../../../src/faq/search.ts'
import type { Signals } from '../../../src/faq/weights.ts'
import type { EvalRows } from '../eval/rows.ts'

/** One text asked of a search that has not seen it. */
export interface Sample {
  readonly id: string
  readonly source: string // who wrote it: left out together
  readonly worth: number
  readonly isOurs: boolean
  readonly ranked: readonly Ranked[]
  readonly reading: Reading
  readonly isRight: (thing: Findable) => boolean
}

const PARTS = 5
const EVERY = 3 // one way of asking in so many is enough to learn from
const CANDIDATES = 25 // the others hardly weigh
/** The candidates are drawn by these, not by the weights in place, so that fitting twice gives the same. */
const START: Signals = { phrase: 3, learnt: 5, meant: 6, foreign: -2, marks: -3 }
const ASK_WORTH = 0.15 // ways of asking are bare and share their entries' faults: many, but each worth little

/** Our own cases (or a folder's), asked of the whole search. */
export function rowSamples({ questions, offTopic }: EvalRows, search: Search): readonly Sample[] {
  const ours = questions.map(({ id, source, text, topic, also }) => {
    const wanted = new Set([topic, ...also])
    const isRight = ({ topics }: Findable) => topics.some((one) => wanted.has(one))
    return { id, source, worth: 1, isOurs: true, isRight, ...looked(search, text) }
  })
  const others = offTopic.map(({ id, text, accept }) => {
    const isRight = ({ notOurs }: Findable) => notOurs !== undefined && accept.includes(notOurs)
    const source = id.replace(/-?\d+$/, '')
    return { id, source, worth: 1, isOurs: false, isRight, ...looked(search, text) }
  })
  return [...ours, ...others]
}

/** Ways of asking, in fifths: each fifth asked of a search that was built without it. */
export function heldOutSamples(entries: readonly FaqEntry[], words: SearchWords): readonly Sample[] {
  return Array.from({ length: PARTS }, (_, part) => heldOutPart(entries, words, part)).flat()
}

function heldOutPart(entries: readonly FaqEntry[], words: SearchWords, part: number): readonly Sample[] {
  const { classes } = words.outOfScope
  const outOfScope = { ...words.outOfScope, classes: classes.map((one) => without(one, part)) }
  const search = buildSearch(
    entries.map((entry) => without(entry, part)),
    { ...words, outOfScope },
  )
  const sample = (id: string, text: string, isOurs: boolean, isRight: Sample['isRight']) => ({
    ...{ id, source: `ways-of-asking-${part + 1}`, worth: ASK_WORTH, isOurs, isRight },
    ...looked(search, text),
  })
  const ours = entries.flatMap(({ id, topics, ask }) =>
    held(ask, part).map((text, i) =>
      sample(`${id}-${part}-${i}`, text, true, (thing) => thing.topics.includes(topics[0] ?? '')),
    ),
  )
  const others = classes.flatMap(({ id, kind, ask }) =>
    held(ask, part).map((text, i) =>
      sample(`${id}-${part}-${i}`, text, false, (thing) => thing.notOurs === kind),
    ),
  )
  return [...ours.filter((_, i) => i % EVERY === 0), ...others]
}

function without<T extends { readonly ask: readonly string[] }>(one: T, part: number): T & { ask: string[] } {
  return { ...one, ask: one.ask.filter((_, i) => i % PARTS !== part) }
}

function held(ask: readonly string[], part: number): readonly string[] {
  return ask.filter((_, i) => i % PARTS === part)
}

function looked({ lexicon, index }: Search, text: string): Pick<Sample, 'ranked' | 'reading'> {
  const { ranked, reading } = look(readQuery(text, lexicon), lexicon, index, { weights: START })
  return { ranked: ranked.slice(0, CANDIDATES), reading }
}
