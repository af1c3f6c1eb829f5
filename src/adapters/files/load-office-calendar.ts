import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { officeCalendar, type OfficeCalendar } from '../../hand-over/office-calendar.ts'

const FILE = join('knowledge', 'office-calendar.yaml')

/** Reads knowledge/office-calendar.yaml; throws an error that names the field, in Vietnamese. */
export function loadOfficeCalendar(root: string): OfficeCalendar {
  const read = officeCalendar.safeParse(parse(readFileSync(join(root, FILE), 'utf8').normalize('NFC')))
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${FILE}: ${wrong.join('; ')}`)
}
