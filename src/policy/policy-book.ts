import { numberOf, type Parameter, type PolicyEntry } from './parameter-file.ts'
import { weakest, type Certainty, type Citation, type Day } from './values.ts'

/** One value as it stands on a day. `printed` is how the decree writes it. */
export interface InForce {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly printed: string
  readonly from: Day
  readonly until?: Day
  readonly certainty: Certainty
  readonly source: Citation
  /** The law that makes this parameter follow another one; `source` is then where the other got its number. */
  readonly basis?: Citation
}

/** Asked for a day no entry covers. The nearest number would be a wrong number, so there is none. */
export class NotInForce extends Error {
  override readonly name = 'NotInForce'
  readonly parameter: string
  readonly day: Day

  constructor(parameter: string, day: Day) {
    super(`no value of ${parameter} is known for ${day}`)
    this.parameter = parameter
    this.day = day
  }
}

/** Every legal number the bot may quote, and the days each was in force. */
export class PolicyBook {
  readonly #byName: ReadonlyMap<string, Parameter>
  readonly #timelines = new Map<string, readonly InForce[]>()

  /** Throws when a parameter follows one that does not exist, or itself. */
  constructor(parameters: readonly Parameter[]) {
    this.#byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
    for (const { name } of parameters) this.#timelines.set(name, this.#build(name, []))
  }

  get parameters(): readonly Parameter[] {
    return [...this.#byName.values()]
  }

  /** What people call it: used to say what is missing. */
  labelOf(name: string): string {
    return this.#byName.get(name)?.label ?? name
  }

  /** The value in force on that day; throws NotInForce when no entry covers it. */
  on(day: Day, name: string): InForce {
    const found = this.find(day, name)
    if (!found) throw new NotInForce(name, day)
    return found
  }

  find(day: Day, name: string): InForce | undefined {
    const latest = this.timeline(name).findLast(({ from }) => from <= day)
    return latest?.until !== undefined && latest.until < day ? undefined : latest
  }

  /** The first value that starts after that day, when one is already known (a change that is coming). */
  next(day: Day, name: string): InForce | undefined {
    return this.timeline(name).find(({ from }) => from > day)
  }

  /** All known values of a parameter, oldest first; empty for an unknown name. */
  timeline(name: string): readonly InForce[] {
    return this.#timelines.get(name) ?? []
  }

  #build(name: string, path: readonly string[]): InForce[] {
    const parameter = this.#byName.get(name)
    if (!parameter) throw new Error(`${path.at(-1) ?? name}: equals trỏ tới tham số không có: ${name}`)
    if (path.includes(name)) throw new Error(`${name}: equals vòng tròn: ${[...path, name].join(' → ')}`)
    return parameter.values.flatMap((entry) => {
      if (entry.value !== undefined) return [ownValue(parameter, entry, entry.value)]
      return this.#build(entry.equals ?? '', [...path, name]).flatMap((followed) =>
        followedValue(parameter, entry, followed),
      )
    })
  }
}

function ownValue({ name, label }: Parameter, entry: PolicyEntry, printed: string): InForce {
  const { from, until, certainty, source } = entry
  const known = { name, label, value: numberOf(printed), printed, from, certainty, source }
  return until === undefined ? known : { ...known, until }
}

/** The part of another parameter's value that falls in this entry's days, under this parameter's name. */
function followedValue({ name, label }: Parameter, entry: PolicyEntry, followed: InForce): InForce[] {
  const from = entry.from > followed.from ? entry.from : followed.from
  const until = [entry.until, followed.until].filter((day) => day !== undefined).sort()[0]
  if (until !== undefined && until < from) return []
  const certainty = weakest([entry.certainty, followed.certainty])
  const { until: _, ...known } = { ...followed, name, label, from, certainty, basis: entry.source }
  return [until === undefined ? known : { ...known, until }]
}
