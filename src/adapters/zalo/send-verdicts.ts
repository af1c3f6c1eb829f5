import { notAllowedNow, ourFault, personLeft, tryLater, type Verdict } from '../platform/verdict.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/**
 * Error codes of openapi.zalo.me that are not simply our fault (bad parameter, lost permission, unpaid, disabled).
 * Zalo answers all of them with HTTP 200. -216 and -220 never get here: see `withToken`.
 */
const verdicts: Readonly<Record<number, Verdict>> = {
  [-32]: tryLater(MINUTE), // app or OA over its calls a minute; the count starts again each minute
  [-200]: tryLater(30 * SECOND), // "send failed", no reason given
  [-213]: notAllowedNow('the person does not follow the OA'),
  [-217]: personLeft,
  [-218]: notAllowedNow('the person has received all they may for now'),
  [-227]: personLeft, // banned, or away for 45 days
  [-230]: notAllowedNow('no interaction in 7 days'),
  [-232]: notAllowedNow('no interaction, or the last one has expired'),
  [-234]: tryLater(HOUR), // not at night
  [-244]: personLeft, // they restrict this kind of message
}

export function zaloVerdict(code: number): Verdict {
  return verdicts[code] ?? ourFault
}

const tokenCodes: readonly number[] = [-216, -220]

/** The access token is dead: worth one refresh and one more try. */
export function isZaloTokenRefused(code: number): boolean {
  return tokenCodes.includes(code)
}
