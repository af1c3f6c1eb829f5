import { formatDong } from '../src/conversation/format.ts'
import { everydayMoney } from '../src/policy/everyday-money.ts'
import type { Dong } from '../src/policy/values.ts'

/** What a quote is followed by: the same payment by quarter, by harvest, and by the day into the clay pig. Nothing for nothing. */
export function everyday(amount: Dong, months: number): { values: Record<string, string>; also: string[] } {
  if (amount === 0) return { values: {}, also: [] }
  const { perMonth, perQuarter, perHarvest, piggyBank } = everydayMoney(amount, months)
  const values = {
    everyMonth: formatDong(perMonth),
    everyQuarter: formatDong(perQuarter),
    everyHarvestOfTwo: formatDong(perHarvest.ofTwo),
    everyHarvestOfThree: formatDong(perHarvest.ofThree),
    pigDay: formatDong(piggyBank.perDay),
    pigMonth: formatDong(piggyBank.afterMonth),
  }
  return { values, also: ['note.everyday'] }
}
