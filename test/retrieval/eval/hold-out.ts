import type { SearchWords } from '../../../src/faq/answer.ts'
import type { FaqEntry } from '../../../src/faq/faq-entry.ts'
import { buildFinder } from '../../../src/faq/finder.ts'

const PARTS = 5

export interface HeldOut {
  readonly asked: number
  readonly entryFirst: number
  readonly topicFirst: number
  readonly topicInThree: number
  readonly refused: number
}

/** Takes every way of asking out once, in fifths, and asks it of a finder that has not seen it. */
export function holdOut(entries: readonly FaqEntry[], words: SearchWords): HeldOut {
  const total = { asked: 0, entryFirst: 0, topicFirst: 0, topicInThree: 0, refused: 0 }
  for (let part = 0; part < PARTS; part++) {
    const isHeld = (_: string, i: number) => i % PARTS === part
    const kept = entries.map((entry) => ({ ...entry, ask: entry.ask.filter((ask, i) => !isHeld(ask, i)) }))
    const finder = buildFinder(kept, words)
    for (const entry of entries)
      for (const ask of entry.ask.filter(isHeld)) {
        const { kind, entries: found } = finder.ask(ask)
        const served = found.map(({ topics }) => topics.some((topic) => entry.topics.includes(topic)))
        total.asked++
        if (found[0]?.entry.id === entry.id) total.entryFirst++
        if (served[0]) total.topicFirst++
        if (served.slice(0, 3).includes(true)) total.topicInThree++
        if (kind === 'decline' || kind === 'smalltalk') total.refused++
      }
  }
  return total
}
