import { fold } from '../src/conversation/fold.ts'
import type { Question } from '../src/conversation/journey.ts'
import { readMonths, readMonthsAgo, readYearsOld } from '../src/conversation/read-span.ts'
import { readYesNo } from '../src/conversation/read-yes-no.ts'
import type { Span } from '../src/policy/span.ts'
import { sayMonths, sayYears } from './say-months.ts'
import type { World } from './world.ts'

/** A button that stands for a band, because people rarely know the exact figure. */
export interface Band extends Span {
  readonly label: string
}

/** An answer that may be left out: null is "bỏ qua". */
type Skippable<T, Answers> = Question<T | null, Answers, World>

/** A time: a band tapped, or anything typed. */
export function howLong<Answers>(bands: (world: World) => readonly Band[]): Skippable<Span, Answers> {
  return {
    choices: (_, world) => bands(world).map(({ label }) => ({ label })),
    read: ({ text }, world) => bandNamed(text, bands(world)) ?? readMonths(text, world.today),
    inWords: (months) => (months === null ? '' : months.max === 0 ? 'chưa có' : sayMonths(months)),
    skip: null,
  }
}

/** The time since something happened: also "tháng trước", "mới nghỉ". */
export function howLongAgo<Answers>(bands: (world: World) => readonly Band[]): Skippable<Span, Answers> {
  const time = howLong<Answers>(bands)
  return {
    ...time,
    read: (said, world, answers) => readMonthsAgo(said.text, world.today) ?? time.read(said, world, answers),
  }
}

/** An age in completed years, as people write it. */
export function howOld<Answers>(): Skippable<Span, Answers> {
  return {
    read: ({ text }, { today }) => readYearsOld(text, today),
    inWords: (years) => (years === null ? '' : sayYears(years)),
    skip: null,
  }
}

/** One of a few things, each a button `<name>.<key>`. */
export function oneOf<T extends string, Answers>(
  name: string,
  keys: readonly T[],
  read: (text: string) => T | undefined,
): Skippable<T, Answers> {
  return {
    choices: () => keys.map((key) => ({ key: `${name}.${key}` })),
    read: ({ text }) => read(text),
    skip: null,
  }
}

/** Có, hay không; `also` are other words that answer this very question. */
export function yesOrNo<Answers>(
  name: string,
  also?: (text: string) => 'yes' | 'no' | undefined,
): Skippable<boolean, Answers> {
  return {
    choices: () => [{ key: `${name}.yes` }, { key: `${name}.no` }],
    read: ({ text }) => asBoolean(readYesNo(text) ?? also?.(text)),
    skip: null,
  }
}

function asBoolean(said: 'yes' | 'no' | undefined): boolean | undefined {
  return said && said === 'yes'
}

function bandNamed(text: string, bands: readonly Band[]): Span | undefined {
  const band = bands.find(({ label }) => fold(label) === fold(text))
  return band && { min: band.min, max: band.max }
}

/** "Dưới 10 năm", "10 đến dưới 15 năm", "Từ 15 năm trở lên": cut at these years. */
export function yearBands(...cuts: readonly number[]): readonly Band[] {
  const most = 1_200
  const last = cuts.at(-1) ?? 0
  return [
    ...cuts.map((year, i) => {
      const from = cuts[i - 1]
      const label = from === undefined ? `Dưới ${year} năm` : `${from} đến dưới ${year} năm`
      return { label, min: (from ?? 0) * 12, max: year * 12 - 1 }
    }),
    { label: `Từ ${last} năm trở lên`, min: last * 12, max: most },
  ]
}
