import { dayInVietNam } from '../conversation/day-in-viet-nam.ts'
import { holidayOn, type OfficeCalendar } from './office-calendar.ts'
import type { OfficeHours, Stretch } from './office-hours.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const VIET_NAM_AHEAD_MS = 7 * 60 * MINUTE_MS // no daylight saving
/** No office is shut for longer; past it the hours are taken to be wrong. */
const LOOK_AHEAD_DAYS = 60

/** When one desk is open: its week, and the holidays. */
export class OfficeTime {
  readonly #hours: OfficeHours
  readonly #calendar: OfficeCalendar

  constructor(hours: OfficeHours, calendar: OfficeCalendar) {
    this.#hours = hours
    this.#calendar = calendar
  }

  isOpen(at: Date): boolean {
    return this.opening(at).getTime() === at.getTime()
  }

  /** The first moment from `at` on when it is open; `at` itself while it is. */
  opening(at: Date): Date {
    return this.#open(at)[0]?.from ?? at
  }

  /** So many minutes of open time later. */
  after(at: Date, minutes: number): Date {
    let left = minutes * MINUTE_MS
    for (const { from, until } of this.#open(at)) {
      const length = until.getTime() - from.getTime()
      if (left <= length) return new Date(from.getTime() + left)
      left -= length
    }
    return new Date(at.getTime() + minutes * MINUTE_MS)
  }

  /** The name of the holiday it is shut for on that day. */
  holiday(at: Date): string | undefined {
    return holidayOn(this.#calendar, dayInVietNam(at))
  }

  /** Open stretches from `at` on, oldest first, as far as anybody looks ahead. */
  #open(at: Date): readonly { readonly from: Date; readonly until: Date }[] {
    const midnight = Math.floor((at.getTime() + VIET_NAM_AHEAD_MS) / DAY_MS) * DAY_MS - VIET_NAM_AHEAD_MS
    const days = Array.from({ length: LOOK_AHEAD_DAYS }, (_, i) => midnight + i * DAY_MS)
    return days
      .flatMap((day) => this.#stretchesOf(day).map(({ from, until }) => instants(day, { from, until })))
      .filter(({ until }) => until > at)
      .map(({ from, until }) => ({ from: from > at ? from : at, until }))
  }

  #stretchesOf(midnight: number): readonly Stretch[] {
    const day = new Date(midnight + VIET_NAM_AHEAD_MS)
    if (this.holiday(new Date(midnight)) !== undefined) return []
    return this.#hours[day.getUTCDay()] ?? []
  }
}

function instants(midnight: number, { from, until }: Stretch) {
  return { from: new Date(midnight + from * MINUTE_MS), until: new Date(midnight + until * MINUTE_MS) }
}
