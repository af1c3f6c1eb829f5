import { z } from 'zod'
import type { Day } from '../policy/values.ts'

const day = z.iso.date({ error: 'viết ngày kiểu 2027-02-06' }).transform((text) => text as Day) // true by the check above

const closed = z
  .strictObject({
    from: day,
    until: day.optional(), // the last day of it; absent: one day
    name: z.string().min(2),
    certainty: z.enum(['confirmed', 'single-source', 'unconfirmed']),
    source: z.strictObject(
      { act: z.string().min(3), place: z.string().min(3) },
      'thiếu căn cứ: ghi act (số văn bản) và place (điều, khoản)',
    ),
    note: z.string().optional(),
  })
  .refine(({ from, until }) => until === undefined || from <= until, 'until phải sau from')

/** The shape of knowledge/office-calendar.yaml: the days offices stay shut although it is a working day of the week. */
export const officeCalendar = z.strictObject({
  label: z.string(),
  checked: day,
  checkBy: day,
  knownUntil: day, // of days after it nobody has said which are holidays
  closed: z.array(closed),
})

export type OfficeCalendar = z.output<typeof officeCalendar>

/** The holiday of that day. One that is not certain counts: nobody is promised an answer on it. */
export function holidayOn(calendar: OfficeCalendar, on: Day): string | undefined {
  return calendar.closed.find(({ from, until = from }) => from <= on && on <= until)?.name
}
