import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { pageProfile, type PageProfile } from '../../conversation/page-profile.ts'

const FILE = join('knowledge', 'messenger-profile.yaml')

/** Reads knowledge/messenger-profile.yaml; throws an error that names the field, in Vietnamese. */
export function loadPageProfile(root: string): PageProfile {
  const read = pageProfile.safeParse(parse(readFileSync(join(root, FILE), 'utf8').normalize('NFC')))
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${FILE}: ${wrong.join('; ')}`)
}
