import { numberOf, type Parameter, type PolicyEntry } from './parameter-file.ts'
import type { InForce } from './policy-book.ts'
import { weakest } from './values.ts'

/** Parameter name → its values, oldest first. */
export type Timelines = ReadonlyMap<string, readonly InForce[]>

/** Lays out every parameter by day; throws when one follows a parameter that does not exist, or itself. */
export function timelinesOf(parameters: readonly Parameter[]): Timelines {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  return new Map(parameters.map(({ name }) => [name, timelineOf(name, byName, [])]))
}

function timelineOf(
  name: string,
  byName: ReadonlyMap<string, Parameter>,
  path: readonly string[],
): readonly InForce[] {
  const parameter = byName.get(name)
  if (!parameter) throw new Error(`${path.at(-1) ?? name}: equals trỏ tới tham số không có: ${name}`)
  if (path.includes(name)) throw new Error(`${name}: equals vòng tròn: ${[...path, name].join(' → ')}`)
  return parameter.values.flatMap((entry) => {
    if (entry.value !== undefined) return [ownValue(parameter, entry, entry.value)]
    const followed = timelineOf(entry.equals ?? '', byName, [...path, name])
    return followed.flatMap((value) => followedValue(parameter, entry, value))
  })
}

function ownValue({ name, label, checkBy }: Parameter, entry: PolicyEntry, printed: string): InForce {
  const { from, until, certainty, source } = entry
  const known = { name, label, value: numberOf(printed), printed, from, certainty, source, checkBy }
  return until === undefined ? known : { ...known, until }
}

/** The part of another parameter's value that falls in this entry's days, under this parameter's name. */
function followedValue(own: Parameter, entry: PolicyEntry, followed: InForce): InForce[] {
  const { name, label } = own
  const from = entry.from > followed.from ? entry.from : followed.from
  const until = [entry.until, followed.until].filter((day) => day !== undefined).sort()[0]
  if (until !== undefined && until < from) return []
  const { value, printed, source } = followed
  const checkBy = own.checkBy < followed.checkBy ? own.checkBy : followed.checkBy
  const certainty = weakest([entry.certainty, followed.certainty])
  const known = { name, label, value, printed, from, certainty, source, basis: entry.source, checkBy }
  return [until === undefined ? known : { ...known, until }]
}
