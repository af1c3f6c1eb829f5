import { figures } from './figures.ts'
import { NotInForce, type InForce, type PolicyBook } from './policy-book.ts'
import { weakest, type Certainty, type Day } from './values.ts'
import { Workings } from './workings.ts'

/** A parameter or figure as words may quote it on a day. */
export interface Quoted {
  readonly printed: string
  readonly certainty: Certainty
  /** The day it starts to hold: the latest start of the parameters it rests on. */
  readonly from: Day
  /** The parameters it rests on. */
  readonly used: readonly InForce[]
}

export function isQuotable(name: string, book: PolicyBook): boolean {
  return figures.has(name) || book.timeline(name).length > 0
}

/** The printed value on that day; undefined when the name is unknown or nothing is in force. */
export function quote(name: string, day: Day, book: PolicyBook): Quoted | undefined {
  const figure = figures.get(name)
  const sheet = new Workings(day, book)
  try {
    const printed = figure ? figure.print(sheet) : sheet.take(name).printed
    const from = sheet.used.map((value) => value.from).reduce((last, start) => (start > last ? start : last))
    return { printed, from, certainty: weakest(sheet.used.map((value) => value.certainty)), used: sheet.used }
  } catch (error) {
    if (error instanceof NotInForce) return undefined
    throw error
  }
}

/** The next value that is already known and different from the one of that day, and the day it starts. */
export function quoteNext(name: string, day: Day, book: PolicyBook): Quoted | undefined {
  const now = quote(name, day, book)
  const rests = now?.used.map((value) => value.name) ?? [name]
  const days = rests.flatMap((parameter) => book.timeline(parameter).map(({ from }) => from))
  const later = [...new Set(days)].filter((from) => from > day).sort()
  for (const from of later) {
    const then = quote(name, from, book)
    if (then && then.printed !== now?.printed) return { ...then, from }
  }
  return undefined
}
