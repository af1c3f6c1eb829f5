import type { UnitsFile } from '../../src/places/units-file.ts'

/** JSON with one change, one name, one commune a line, so that a new version reads as changed lines. */
export function asText({ communes, ...head }: UnitsFile): string {
  const fields = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${asLines(value)}`)
  const listed = Object.entries(communes).map(([code, units]) => `"${code}": ${asLines(units)}`)
  return `{\n${fields.join(',\n')},\n"communes": {\n${listed.join(',\n')}\n}\n}\n`
}

function asLines(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value)
  return `[\n${value.map((one) => JSON.stringify(one)).join(',\n')}\n]`
}
