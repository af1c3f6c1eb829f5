import { daysAfter } from './day.ts'
import type { Parameter } from './parameter-file.ts'
import { timelinesOf, type Timelines } from './timelines.ts'
import type { Certainty, Citation, Day } from './values.ts'

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
  /** The last day someone may rely on it without looking at the law again. */
  readonly checkBy: Day
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
  readonly parameters: readonly Parameter[]
  readonly #timelines: Timelines

  /** Throws when a parameter follows one that does not exist, or itself. */
  constructor(parameters: readonly Parameter[], timelines: Timelines = timelinesOf(parameters)) {
    this.parameters = parameters
    this.#timelines = timelines
  }

  /** What people call it: used to say what is missing. */
  labelOf(name: string): string {
    return this.timeline(name)[0]?.label ?? name
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

  /** The first different value that starts after that day, when one is already known (a change that is coming). */
  next(day: Day, name: string): InForce | undefined {
    const now = this.find(day, name)?.printed
    return this.timeline(name).find(({ from, printed }) => from > day && printed !== now)
  }

  /** The days after `from`, up to `to`, on which some value starts or has ended, in order. */
  changesBetween(from: Day, to: Day): readonly Day[] {
    const days = [...this.#timelines.values()].flatMap((line) =>
      line.flatMap((one) => [one.from, ...(one.until === undefined ? [] : [daysAfter(one.until, 1)])]),
    )
    return [...new Set(days)].filter((day) => day > from && day <= to).sort()
  }

  /** All known values of a parameter, oldest first; empty for an unknown name. */
  timeline(name: string): readonly InForce[] {
    return this.#timelines.get(name) ?? []
  }
}
