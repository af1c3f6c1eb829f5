import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { scamPattern, type ScamPattern } from '../../leads/scam-pattern.ts'

const FOLDER = join('knowledge', 'scams')

/** Reads knowledge/scams; throws an error that names the file and the field, in Vietnamese. */
export function loadScams(root: string): readonly ScamPattern[] {
  const names = readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.yaml'))
  const patterns = names.sort().map((name) => read(root, name))
  const twice = patterns.find(({ id }, i) => patterns.findIndex((one) => one.id === id) !== i)
  if (twice) throw new Error(`${FOLDER}: id ${twice.id} có ở hai tệp`)
  return patterns
}

function read(root: string, name: string): ScamPattern {
  const file = join(FOLDER, name)
  const checked = scamPattern.safeParse(parse(readFileSync(join(root, file), 'utf8').normalize('NFC')))
  if (checked.success) return checked.data
  const wrong = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${file}: ${wrong.join('; ')}`)
}
