import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { everyCall, personaScript, type Scripts } from '../../leads/talking-points.ts'

const FOLDER = join('knowledge', 'scripts')
const EVERY_CALL = 'chung.yaml'

/** Reads knowledge/scripts; throws an error that names the file and the field, in Vietnamese. */
export function loadScripts(root: string): Scripts {
  const names = readdirSync(join(root, FOLDER)).filter(
    (name) => name.endsWith('.yaml') && name !== EVERY_CALL,
  )
  const all = names.sort().map((name) => read(root, name, personaScript))
  return {
    everyCall: read(root, EVERY_CALL, everyCall),
    personas: new Map(all.map((script) => [script.persona, script])),
  }
}

function read<T extends z.ZodType>(root: string, name: string, schema: T): z.output<T> {
  const file = join(FOLDER, name)
  const read = schema.safeParse(parse(readFileSync(join(root, file), 'utf8').normalize('NFC')))
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${file}: ${wrong.join('; ')}`)
}
