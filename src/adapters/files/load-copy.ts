import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CopyBook } from '../../conversation/copy-book.ts'
import { parseKept } from './kept.ts'

const words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
const copyFile = z.record(z.string(), words)

/** Reads dialogs/<purpose>/copy.vi.yaml; throws an error that names the file and the key. */
export function loadCopy(root: string, purpose: string): CopyBook {
  const path = join(root, 'dialogs', purpose, 'copy.vi.yaml')
  const read = copyFile.safeParse(parseKept(`copy-${purpose}`, readFileSync(path, 'utf8').normalize('NFC')))
  if (!read.success) {
    const wrong = read.error.issues.map(({ path: key, message }) => `${key.join('.')}: ${message}`)
    throw new Error(`${path}: ${wrong.join('; ')}`)
  }
  return new CopyBook(new Map(Object.entries(read.data).map(([key, said]) => [key, [said].flat()])))
}
