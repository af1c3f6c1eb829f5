import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { DocumentRegister, documentsFile } from '../../policy/documents.ts'

/** Reads knowledge/documents.yaml; throws an error that names the file and the field. */
export function loadDocuments(path: string): DocumentRegister {
  const read = documentsFile.safeParse(parse(readFileSync(path, 'utf8')))
  if (!read.success) {
    const wrong = read.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`)
    throw new Error(`${path}: ${wrong.join('; ')}`)
  }
  return new DocumentRegister(read.data)
}
