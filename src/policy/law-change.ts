import { daysAfter } from './day.ts'
import { DocumentRegister, type LegalDocument } from './documents.ts'
import type { Parameter, PolicyEntry } from './parameter-file.ts'
import type { Day } from './values.ts'

/** A value that begins on a day, and the one of the same day that it takes the place of. */
export interface NewValue {
  readonly name: string
  readonly entry: PolicyEntry
  readonly over?: PolicyEntry | undefined
}

/** Somebody has looked at the law again: from now on it is vouched for until `checkBy`. */
export interface NewCheck {
  readonly name: string
  readonly checked: Day
  readonly checkBy: Day
}

/** What a decree changes in the law we know: laid over the files, which stay as they are. */
export interface LawChange {
  readonly values: readonly NewValue[]
  readonly checks: readonly NewCheck[]
  readonly documents: readonly LegalDocument[]
}

/** The parameters with these changes over them, in their order. What has come into the files since is left as it is there. */
export function withChanges(
  parameters: readonly Parameter[],
  changes: readonly LawChange[],
): readonly Parameter[] {
  if (changes.length === 0) return parameters
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  for (const { values, checks } of changes) {
    for (const value of values) replace(byName, value.name, (parameter) => withValue(parameter, value))
    for (const check of checks) replace(byName, check.name, (parameter) => withCheck(parameter, check))
  }
  return parameters.map((parameter) => byName.get(parameter.name) ?? parameter)
}

function replace(byName: Map<string, Parameter>, name: string, make: (old: Parameter) => Parameter): void {
  const old = byName.get(name)
  if (old) byName.set(name, make(old))
}

/** A value's own days end where the next one begins, so that no day has two. */
function withValue(parameter: Parameter, { entry, over }: NewValue): Parameter {
  const same = parameter.values.find(({ from }) => from === entry.from)
  if (same && !(over && isSameValue(same, over))) return parameter
  const others = parameter.values.filter(({ from }) => from !== entry.from)
  const next = others.find(({ from }) => from > entry.from)
  const before = others.filter(({ from }) => from < entry.from)
  const after = others.filter(({ from }) => from > entry.from)
  const values = [...before.slice(0, -1), ...before.slice(-1).map((one) => endedBefore(one, entry.from))]
  return { ...parameter, values: [...values, next ? endedBefore(entry, next.from) : entry, ...after] }
}

function endedBefore(entry: PolicyEntry, day: Day): PolicyEntry {
  return entry.until !== undefined && entry.until < day ? entry : { ...entry, until: daysAfter(day, -1) }
}

/** A later look at the law, perhaps in the files, stands. */
function withCheck(parameter: Parameter, { checked, checkBy }: NewCheck): Parameter {
  return parameter.checked > checked ? parameter : { ...parameter, checked, checkBy }
}

/** Do two values of one day say the same? Where the next one begins may have changed since. */
export function isSameValue(one: PolicyEntry, other: PolicyEntry): boolean {
  const words = ({ from, value, equals, certainty, source: { act, place, kind }, note }: PolicyEntry) =>
    JSON.stringify([from, value, equals, certainty, act, place, kind, note])
  return words(one) === words(other)
}

/** The register with the documents of these changes; what they replace ends the day before they begin. */
export function registerWith(register: DocumentRegister, changes: readonly LawChange[]): DocumentRegister {
  const added = changes
    .flatMap(({ documents }) => documents)
    .filter(
      ({ number }, i, all) => !register.find(number) && all.findIndex((one) => one.number === number) === i,
    )
  if (added.length === 0) return register
  const ends = new Map(
    added.flatMap(({ replaces, from }) =>
      from === undefined ? [] : replaces.map((number) => [number, daysAfter(from, -1)] as const),
    ),
  )
  const all = [...register.all, ...added]
  return new DocumentRegister(
    all.map((one) => {
      const until = one.until ?? ends.get(one.number)
      return until === undefined ? one : { ...one, until }
    }),
  )
}
