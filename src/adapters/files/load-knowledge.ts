import { join } from 'node:path'
import { journeys } from '../../../dialogs/index.ts'
import type { Knowledge } from '../../bot/knowledge.ts'
import type { FaqEntry } from '../../faq/faq-entry.ts'
import { buildFinder } from '../../faq/finder.ts'
import type { OutOfScope } from '../../faq/out-of-scope.ts'
import { knownWords, learnWords } from '../../questions/known-words.ts'
import { kept } from './kept.ts'
import { loadCopy } from './load-copy.ts'
import { loadFaq } from './load-faq.ts'
import { loadPlaced, type Placed } from './load-places.ts'
import { loadPolicy } from './load-policy.ts'
import { loadScams } from './load-scams.ts'
import { loadSearchWords } from './load-synonyms.ts'

/** Reads everything under knowledge/ and dialogs/ once; throws an error that names the file and the field. */
export function loadKnowledge(
  root: string,
  { places }: Pick<Placed, 'places'> = loadPlaced(root),
): Knowledge {
  const entries = loadFaq(root)
  const searchWords = loadSearchWords(root)
  const from = [JSON.stringify(entries), JSON.stringify(searchWords)]
  return {
    policy: loadPolicy(join(root, 'knowledge', 'policy')),
    entries,
    finder: buildFinder(entries, searchWords, (make) => kept('search', from, make)),
    knownWords: knownWords(
      kept('known-words', from, () => learnWords(textsOf(entries, searchWords.outOfScope))),
    ),
    places,
    scams: loadScams(root),
    home: loadCopy(root, 'home'),
    copies: new Map(journeys.map(({ id }) => [id, loadCopy(root, id)])),
  }
}

function textsOf(entries: readonly FaqEntry[], { classes }: OutOfScope): readonly string[] {
  return [
    ...entries.map(({ title, ask, body }) => [title, ...ask, body].join('\n')),
    ...classes.map(({ ask }) => ask.join('\n')),
  ]
}
