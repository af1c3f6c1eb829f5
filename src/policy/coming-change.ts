import { printDay, printDong } from './print.ts'
import type { Day, Dong } from './values.ts'
import { isWithin, type Workings } from './workings.ts'

/**
 * A period paid ahead costs what it costs on the day of payment. When a known change within it would make the same
 * period cost something else, a step says from when, and how much.
 */
export function tellOfNewPrice(
  sheet: Workings,
  months: number,
  price: Dong,
  again: (later: Workings) => Dong,
): void {
  for (const day of changesWithin(sheet, months)) {
    const then = sheet.later(day, again)
    if (then === undefined || then === price) continue
    const what = `Trong kỳ này mức đóng đổi; số tiền trên tính theo ngày đóng. Nếu đóng từ ${printDay(day)} thì là`
    return sheet.step(what, printDong(then))
  }
}

/** The days some value in use changes before the months are over, earliest first. */
function changesWithin({ used, book, on }: Workings, months: number): readonly Day[] {
  const days = used.flatMap(({ name }) => book.next(on, name)?.from ?? [])
  return [...new Set(days)].filter((day) => isWithin(day, on, months)).sort()
}
