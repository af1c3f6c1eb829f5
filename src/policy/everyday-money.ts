import { roundDong, type Dong } from './values.ts'

/** A payment in the rhythms people earn in. Everything in whole đồng, each rounded half up from the exact share. */
export interface EverydayMoney {
  readonly perMonth: Dong
  readonly perQuarter: Dong
  /** For a farmer with so many harvests a year. */
  readonly perHarvest: { readonly ofTwo: Dong; readonly ofThree: Dong }
  /** The "heo đất": a note of whole thousands a day that is enough after a month of 30 days. */
  readonly piggyBank: { readonly perDay: Dong; readonly afterMonth: Dong }
}

const DAYS = 30 // of the month people save for
const SMALLEST_NOTE = 1_000 // what goes into a clay pig

/** What a payment for so many months comes to in everyday money. */
export function everydayMoney(amount: Dong, months: number): EverydayMoney {
  const share = (part: number) => roundDong((amount * part) / months)
  const perDay = Math.ceil(share(1) / DAYS / SMALLEST_NOTE) * SMALLEST_NOTE
  return {
    perMonth: share(1),
    perQuarter: share(3),
    perHarvest: { ofTwo: share(6), ofThree: share(4) },
    piggyBank: { perDay, afterMonth: perDay * DAYS },
  }
}
