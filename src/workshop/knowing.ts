import { loadKnowledge } from '../adapters/files/load-knowledge.ts'
import { madeSearchOf } from '../adapters/files/load-search.ts'
import { loadSearchWords } from '../adapters/files/load-synonyms.ts'
import { isSameText } from '../answers/file-text.ts'
import { isServed } from '../answers/overlay.ts'
import type { AnswerText } from '../answers/revision.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { buildFinder } from '../faq/finder.ts'
import { type LawChange, withChanges } from '../policy/law-change.ts'
import { PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'

const MOST_KEPT = 4

/** Knowledge with other answers than the files', made once for each list and a few of them kept. */
export function knowing(
  root: string,
): (texts: readonly AnswerText[], on: Day, changes: readonly LawChange[]) => Knowledge {
  const base = loadKnowledge(root)
  const words = loadSearchWords(root)
  const kept: Knowledge[] = [base]
  const lawOf = lawWith(base.policy)
  return (texts, on, changes) => {
    const policy = lawOf(changes)
    const entries = texts.filter((text) => isServed(text, on))
    const found = kept.find((one) => one.policy === policy && isSame(one.entries, entries))
    if (found) return found
    const sameAnswers = kept.find((one) => isSame(one.entries, entries)) // the search reads no numbers
    const made = () => madeSearchOf(root, entries)
    const { finder } = sameAnswers ?? { finder: buildFinder(entries, words, made) }
    const known = { ...base, policy, entries, finder }
    if (kept.push(known) > MOST_KEPT) kept.splice(1, 1)
    return known
  }
}

/** The law with these changes over it; the last few are kept, so that the same law is the same book. */
function lawWith(files: PolicyBook): (changes: readonly LawChange[]) => PolicyBook {
  const made = new Map<string, PolicyBook>([['[]', files]])
  return (changes) => {
    const key = JSON.stringify(changes)
    const book = made.get(key) ?? new PolicyBook(withChanges(files.parameters, changes))
    made.set(key, book)
    for (const old of [...made.keys()].slice(1, -MOST_KEPT)) made.delete(old)
    return book
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
