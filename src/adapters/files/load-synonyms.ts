import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { SearchWords } from '../../faq/answer.ts'
import { outOfScopeFile } from '../../faq/out-of-scope.ts'
import { parseKept } from './kept.ts'
import { synonymsFile } from '../../faq/synonyms.ts'

/** Reads knowledge/synonyms.yaml and knowledge/out-of-scope.yaml; throws an error that names the file and the field. */
export function loadSearchWords(root: string): SearchWords {
  return {
    synonyms: readWords(root, 'synonyms.yaml', synonymsFile),
    outOfScope: readWords(root, 'out-of-scope.yaml', outOfScopeFile),
  }
}

function readWords<T extends z.ZodType>(root: string, name: string, shape: T): z.output<T> {
  const text = readFileSync(join(root, 'knowledge', name), 'utf8').normalize('NFC')
  const read = shape.safeParse(parseKept(name, text))
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`knowledge/${name}: ${wrong.join('; ')}`)
}
