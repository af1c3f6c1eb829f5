import { join } from 'node:path'
import { journeys } from '../../../dialogs/index.ts'
import type { Knowledge } from '../../bot/knowledge.ts'
import { buildFinder } from '../../faq/finder.ts'
import type { FaqEntry } from '../../faq/faq-entry.ts'
import { loadCopy } from './load-copy.ts'
import { loadFaq } from './load-faq.ts'
import { loadPlaced, type Placed } from './load-places.ts'
import { loadPolicy } from './load-policy.ts'
import { loadSearchWords } from './load-synonyms.ts'

/** Words that answers leave to the configuration. */
export interface DeskWords {
  readonly hotline: string | undefined
  readonly officeHours: string
}

/** Reads everything under knowledge/ and dialogs/ once; throws an error that names the file and the field. */
export function loadKnowledge(
  root: string,
  desk: DeskWords,
  { places, demo: { points, offices } }: Placed = loadPlaced(root),
): Knowledge {
  const entries = loadFaq(root).map((entry) => withDesk(entry, desk))
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

/** `{hotline}` and `{office-hours}` are settings, never numbers from memory. */
function withDesk(entry: FaqEntry, { hotline, officeHours }: DeskWords): FaqEntry {
  const body = entry.body
    .replaceAll('{hotline}', hotline ?? 'cơ quan BHXH cơ sở gần nhà')
    .replaceAll('{office-hours}', officeHours)
  return { ...entry, body }
}
