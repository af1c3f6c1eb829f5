import { z } from 'zod'
import type { Certainty, Citation, Day } from './values.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'viết ngày kiểu 2026-11-22')
  .transform((text) => text as Day)
const citation = z.strictObject({ act: z.string().min(3), place: z.string().min(3) })

/** Numbers are written the way the decree prints them, and kept that way for quoting: "1.500.000 đồng", "4,5%". */
const printedNumber = z
  .string()
  .regex(
    /^\d{1,3}(\.\d{3})*(,\d+)?(%| (đồng|lần|tháng|năm|tuổi|ngày))$/,
    'viết như văn bản luật: "1.500.000 đồng", "22%", "20 lần", "15 năm", "75 tuổi"',
  )

const inOrder = (entries: readonly { from: Day }[]) =>
  entries.every(({ from }, i) => i === 0 || (entries[i - 1]?.from ?? from) < from)

const entry = z.strictObject({
  from: day,
  until: day.optional(),
  value: printedNumber,
  certainty: z.enum(['confirmed', 'single-source', 'unconfirmed']),
  source: citation,
  note: z.string().optional(),
})

/** The shape of one file in knowledge/policy/. Lawyers edit these; this schema is their spell-checker. */
export const parameterFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string(),
  checked: day,
  checkBy: day,
  values: z.array(entry).min(1).refine(inOrder, 'xếp theo ngày hiệu lực, cũ trước mới sau'),
})
export type Parameter = z.output<typeof parameterFile>
type Entry = Parameter['values'][number]

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

  constructor(parameters: readonly Parameter[]) {
    this.#byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  }

  get parameters(): readonly Parameter[] {
    return [...this.#byName.values()]
  }

  /** The value in force on that day; throws NotInForce when no entry covers it. */
  on(day: Day, name: string): InForce {
    const found = this.find(day, name)
    if (!found) throw new NotInForce(name, day)
    return found
  }

  find(day: Day, name: string): InForce | undefined {
    const parameter = this.#byName.get(name)
    const entry = parameter && inForce(parameter.values, day)
    return entry && asInForce(parameter, entry)
  }

  /** The first value that starts after that day, when one is already known (a change that is coming). */
  next(day: Day, name: string): InForce | undefined {
    const parameter = this.#byName.get(name)
    const entry = parameter?.values.find(({ from }) => from > day)
    return parameter && entry && asInForce(parameter, entry)
  }
}

function asInForce(parameter: Parameter, entry: Entry): InForce {
  const { from, until, value, certainty, source } = entry
  const { name, label } = parameter
  const known = { name, label, value: toNumber(value), printed: value, from, certainty, source }
  return until === undefined ? known : { ...known, until }
}

function inForce(values: readonly Entry[], day: Day): Entry | undefined {
  const latest = values.findLast((candidate) => candidate.from <= day)
  return latest?.until !== undefined && latest.until < day ? undefined : latest
}

function toNumber(printed: string): number {
  return Number(
    printed
      .replace(/%| .*$/, '')
      .replaceAll('.', '')
      .replace(',', '.'),
  )
}
