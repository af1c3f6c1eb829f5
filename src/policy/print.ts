import type { Day, Dong } from './values.ts'

/** 1500000 → "1.500.000"; 4.5 → "4,5": as Vietnamese documents write numbers. */
export function printNumber(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

export function printDong(amount: Dong): string {
  return `${printNumber(amount)} đồng`
}

export function printPercent(percent: number): string {
  return `${printNumber(percent)}%`
}

/** 2027-01-01 → "01/01/2027". */
export function printDay(day: Day): string {
  return day.split('-').reverse().join('/')
}
