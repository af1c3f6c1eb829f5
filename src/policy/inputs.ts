import { z } from 'zod'

/** A whole number of any size: "too big" is then always told with a limit that means something. */
export const whole = z.number().refine(Number.isInteger)

/** Whole đồng. The upper limit only keeps slips of the finger out of the arithmetic. */
export const money = whole.min(0).max(1_000_000_000_000)

/** Whole đồng the law sets limits to: the rule refuses what lies outside, and names them. */
export const limitedMoney = z.number().refine(Number.isInteger)

export const monthCount = whole.min(0).max(1200)

export const supportGroup = z.enum(['poor', 'island', 'near-poor', 'ethnic-minority', 'other'])
export type SupportGroup = z.output<typeof supportGroup>

/** A province's two-digit code; names are resolved before a rule sees them. */
export const provinceCode = z.string().regex(/^\d{2}$/)

export const sex = z.enum(['male', 'female'])
export type Sex = z.output<typeof sex>

export const region = z.enum(['I', 'II', 'III', 'IV'])

/** The regional wage's parameter name: "II" → "regional-minimum-wage-2". */
export function regionalWage(name: z.output<typeof region>): string {
  return `regional-minimum-wage-${region.options.indexOf(name) + 1}`
}
