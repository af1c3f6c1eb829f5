import { loadKnowledge } from '../adapters/files/load-knowledge.ts'
import { madeSearchOf } from '../adapters/files/load-search.ts'
import { loadSearchWords } from '../adapters/files/load-synonyms.ts'
import { isSameText } from '../answers/file-text.ts'
import { isServed } from '../answers/overlay.ts'
import type { AnswerText } from '../answers/revision.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { buildFinder } from '../faq/finder.ts'
import type { Day } from '../policy/values.ts'

const MOST_KEPT = 4

/** Knowledge with other answers than the files', made once for each list and a few of them kept. */
export function knowing(root: string): (texts: readonly AnswerText[], on: Day) => Knowledge {
  const base = loadKnowledge(root)
  const words = loadSearchWords(root)
  const kept: Knowledge[] = [base]
  return (texts, on) => {
    const entries = texts.filter((text) => isServed(text, on))
    const found = kept.find((one) => isSame(one.entries, entries))
    if (found) return found
    const made = madeSearchOf(root, entries)
    const known = { ...base, entries, finder: buildFinder(entries, words, () => made) }
    if (kept.push(known) > MOST_KEPT) kept.splice(1, 1)
    return known
  }
}

/** These texts with a draft in its place. */
export function withDraft(
  texts: readonly AnswerText[],
  draft: AnswerText | undefined,
): readonly AnswerText[] {
  if (!draft) return texts
  const isKnown = texts.some(({ id }) => id === draft.id)
  return isKnown ? texts.map((text) => (text.id === draft.id ? draft : text)) : [...texts, draft]
}

function isSame(some: readonly AnswerText[], others: readonly AnswerText[]): boolean {
  return some.length === others.length && some.every((one, i) => isSameText(one, others[i]))
}
