import { join } from 'node:path'
import { journeys } from '../../../dialogs/index.ts'
import type { Knowledge } from '../../bot/knowledge.ts'
import { buildFinder } from '../../faq/finder.ts'
import { loadCopy } from './load-copy.ts'
import { loadFaq } from './load-faq.ts'
import { loadPlaced, type Placed } from './load-places.ts'
import { loadPolicy } from './load-policy.ts'
import { loadSearchWords } from './load-synonyms.ts'

/** Reads everything under knowledge/ and dialogs/ once; throws an error that names the file and the field. */
export function loadKnowledge(
  root: string,
  { places, demo: { points, offices } }: Placed = loadPlaced(root),
): Knowledge {
  const entries = loadFaq(root)
  return {
    policy: loadPolicy(join(root, 'knowledge', 'policy')),
    entries,
    finder: buildFinder(entries, loadSearchWords(root)),
    places,
    points,
    offices,
    home: loadCopy(root, 'home'),
    copies: new Map(journeys.map(({ id }) => [id, loadCopy(root, id)])),
  }
}
