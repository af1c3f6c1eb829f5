import { ourFault, personLeft, tryLater, type Verdict } from '../platform/verdict.ts'
import { untilMorning } from './until-morning.ts'

const MINUTE = 60_000
const DEAD_TOKEN = -124 // this family's own number: -216 belongs to the message family

/** The phone cannot or will not take templates: tell the agent some other way. */
const unreachable: readonly number[] = [-110, -114, -118, -119, -139, -140, -141]

/** Night rule, daily and monthly caps: all of them open again in the morning. */
const untilTomorrow: readonly number[] = [-133, -144, -1441, -147, -1471, -1472]

/** Error codes of business.openapi.zalo.me. The rest is ours to mend: wallet, template, parameters, permission. */
export function templateVerdict(code: number, now: Date): Verdict {
  if (code === -100) return tryLater(MINUTE)
  if (unreachable.includes(code)) return personLeft
  if (untilTomorrow.includes(code)) return tryLater(untilMorning(now))
  return ourFault
}

export function isTemplateTokenRefused(code: number): boolean {
  return code === DEAD_TOKEN
}
