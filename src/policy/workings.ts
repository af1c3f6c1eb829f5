import type { Computed, Outcome, Refused, Step } from './outcome.ts'
import { NotInForce, type InForce, type PolicyBook } from './policy-book.ts'
import { notInForce } from './refusals.ts'
import { needsChecking } from './stale.ts'
import { weakest, type Certainty, type Citation, type Day } from './values.ts'

/** The sheet a rule works on: it remembers every value taken from the book and every step, in order. */
export class Workings {
  readonly on: Day
  readonly book: PolicyBook
  readonly #used = new Map<string, InForce>()
  readonly #steps: Step[] = []
  readonly #doubts: Certainty[] = []
  readonly #ahead: InForce[] = []

  constructor(on: Day, book: PolicyBook) {
    this.on = on
    this.book = book
  }

  /** The value in force on the day, shown as a step the first time; throws NotInForce when there is none. */
  take(name: string, on: Day = this.on): InForce {
    const known = this.book.on(on, name)
    if (!this.#used.has(keyOf(known))) this.#note(known)
    return known
  }

  /**
   * For a rule that looks at other days than its own: throws NotInForce when no entry covers the day asked for. What is
   * in force goes into the receipt only.
   */
  cover(name: string): void {
    this.#ahead.push(this.book.on(this.on, name))
  }

  /** The highest value a parameter has on any day: it goes into the receipt only. Throws NotInForce when it has none. */
  highest(name: string): InForce {
    const [first, ...rest] = this.book.timeline(name)
    if (!first) throw new NotInForce(name, this.on)
    const highest = rest.reduce((most, one) => (one.value > most.value ? one : most), first)
    this.#ahead.push(highest)
    return highest
  }

  /** Like `take`, for what most places do not have: a local top-up. */
  takeIfAny(name: string): InForce | undefined {
    return this.book.find(this.on, name) && this.take(name)
  }

  step(what: string, value: string): void {
    this.#steps.push({ what, value })
  }

  /** A change of value that is already known and starts within so many months of the day's month. */
  coming(name: string, months: number): InForce | undefined {
    const next = this.book.next(this.on, name)
    if (!next || !isWithin(next.from, this.on, months)) return undefined
    this.#ahead.push(next)
    return next
  }

  /** A step whose way of working is less sure than the values it uses makes the whole sum so. */
  doubt(what: string, value: string, certainty: Certainty = 'unconfirmed'): void {
    this.step(what, value)
    this.#doubts.push(certainty)
  }

  /**
   * The same work on a later day, for comparison: its values go into the receipt, not into the result's reasons.
   * Undefined when the law of that day is not known.
   */
  later<Result>(on: Day, work: (sheet: Workings) => Result): Result | undefined {
    const sheet = new Workings(on, this.book)
    try {
      const result = work(sheet)
      this.#ahead.push(...sheet.used)
      return result
    } catch (error) {
      if (error instanceof NotInForce) return undefined
      throw error
    }
  }

  get used(): readonly InForce[] {
    return [...this.#used.values()]
  }

  finish<Result>(result: Result): Computed<Result> {
    const certainty = weakest([...this.used.map((value) => value.certainty), ...this.#doubts])
    const known = { certainty, because: citations(this.used), steps: this.#steps }
    const due = needsChecking(this.used, this.on)
    return {
      kind: 'computed',
      result,
      ...known,
      needsChecking: due,
      used: [...this.used, ...this.#further()],
    }
  }

  /** What lies ahead and is not in use already. */
  #further(): readonly InForce[] {
    const isNew = (value: InForce) => !this.#used.has(keyOf(value))
    const byStart = new Map(this.#ahead.filter(isNew).map((value) => [keyOf(value), value]))
    return [...byStart.values()]
  }

  #note(known: InForce): void {
    this.#used.set(keyOf(known), known)
    const { label, printed, from, source } = known
    this.#steps.push({ what: label, value: printed, from, act: source.act })
  }
}

/** A rule that looks at several days may take several values of one name. */
function keyOf({ name, from }: InForce): string {
  return `${name} ${from}`
}

/** Runs a rule on a fresh sheet. A day the law does not cover becomes a refusal that names the missing value. */
export function workOut<Result extends object>(
  on: Day,
  book: PolicyBook,
  rule: (sheet: Workings) => Result | Refused,
): Outcome<Result> {
  const sheet = new Workings(on, book)
  try {
    const found = rule(sheet)
    return isRefused(found) ? found : sheet.finish(found)
  } catch (error) {
    if (error instanceof NotInForce) return notInForce(error, book)
    throw error
  }
}

function isRefused(found: object): found is Refused {
  return 'refusal' in found
}

/** Whether a day falls in one of so many months that begin with the month of `on`. */
export function isWithin(day: Day, on: Day, months: number): boolean {
  return monthIndex(day) < monthIndex(on) + months
}

function monthIndex(day: Day): number {
  const [year, month] = day.split('-').map(Number)
  return (year ?? 0) * 12 + (month ?? 0)
}

function citations(used: readonly InForce[]): readonly Citation[] {
  const all = used.flatMap(({ basis, source }) => (basis ? [basis, source] : [source]))
  const byText = new Map(all.map((citation) => [`${citation.act} ${citation.place}`, citation]))
  return [...byText.values()]
}
