import type { SupportGroup } from './inputs.ts'
import type { Refused } from './outcome.ts'
import { printDong } from './print.ts'
import { outOfRange } from './refusals.ts'
import { shareOf, type Dong } from './values.ts'
import type { Workings } from './workings.ts'

/** What a person may choose to pay on: from the rural poverty line to 20 times the reference level. */
export function incomeRange(sheet: Workings): { lowest: Dong; highest: Dong } {
  const lowest = sheet.take('rural-poverty-line').value
  const highest = sheet.take('voluntary-cap-level').value * sheet.take('voluntary-income-cap').value
  sheet.step('Mức thu nhập được chọn', `từ ${printDong(lowest)} đến ${printDong(highest)}`)
  return { lowest, highest }
}

/** The refusal for a chosen income the law does not allow, or nothing. */
export function refuseIncome(sheet: Workings, chosenIncome: Dong): Refused | undefined {
  const range = incomeRange(sheet)
  const fits = chosenIncome >= range.lowest && chosenIncome <= range.highest
  return fits ? undefined : outOfRange('chosenIncome', range)
}

/**
 * What the State adds each month, not yet rounded: a percentage of the contribution on the *poverty line*, not on the
 * income the person chose. Someone who chooses a high income gets the same help in đồng as one who chooses the lowest.
 */
export function monthlySupport(sheet: Workings, group: SupportGroup): number {
  const line = sheet.take('rural-poverty-line').value
  return shareOf(line, sheet.take('voluntary-rate').value, sheet.take(`voluntary-support-${group}`).value)
}
