import { together } from './judge.ts'
import type { Looked } from './look.ts'

const LONGEST = 6 // words
const COVERED = 0.95 // of its words' worth, by the texts of the best entry
const AHEAD = 1 // of all other messages together, as a score
const MEANT = 0.7 // likeness in meaning to the best entry

/**
 * "Đăng ký ở đâu", "giấy tờ gì": written to us, every word ours, and far more like our questions than like others; too short for the
 * fitted judgement, which asks for content. Never answered outright: which thing is meant, is asked.
 */
export function isShortQuestion(words: number, { ranked, judgement, reading }: Looked): boolean {
  const [best] = judgement.likely
  const [ours, others] = [true, false].map((isOurs) =>
    ranked.filter(({ item }) => (item.thing.notOurs === undefined) === isOurs),
  )
  const ahead = together(ours ?? []) - together(others ?? [])
  return (
    words > 1 &&
    words <= LONGEST &&
    reading.covered >= COVERED &&
    (best?.ranked.signals.meant ?? 0) >= MEANT &&
    ahead >= AHEAD
  )
}
