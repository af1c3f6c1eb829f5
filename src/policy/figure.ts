import { printDong, printNumber, printPercent } from './print.ts'
import { roundDong } from './values.ts'
import type { Workings } from './workings.ts'

/** An amount that follows from parameters, for words to quote: never typed, always worked out for the day. */
export interface Figure {
  readonly label: string
  print(sheet: Workings): string
}

export type NamedFigure = readonly [name: string, figure: Figure]

/** Reads the day's value of a parameter. */
export type Take = (name: string) => number

export function dong(name: string, label: string, amount: (take: Take) => number): NamedFigure {
  return [name, { label, print: (sheet) => printDong(roundDong(amount((key) => sheet.take(key).value))) }]
}

/** The sum of several percentages. */
export function percent(name: string, label: string, parts: readonly string[]): NamedFigure {
  const sum = (sheet: Workings) => parts.reduce((total, part) => total + sheet.take(part).value, 0)
  return [name, { label, print: (sheet) => printPercent(sum(sheet)) }]
}

/** A length the law counts in months, said in years. */
export function years(name: string, label: string, months: string): NamedFigure {
  return [name, { label, print: (sheet) => `${printNumber(sheet.take(months).value / 12)} năm` }]
}
