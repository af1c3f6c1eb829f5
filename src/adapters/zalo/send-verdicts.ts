import type { Hold } from '../platform/page-gate.ts'
import { untilMorning } from '../platform/until-morning.ts'
import { notAllowedNow, ourFault, personLeft, tryLater, type Verdict } from '../platform/verdict.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** What one error of Zalo means: for the message, for everything else of the OA, and in one word for people. */
export interface ZaloVerdict extends Hold {
  readonly does: 'retry' | 'drop' | 'window' | 'left' | 're-auth' | 'stop' | 'alert'
  readonly verdict: (now: Date) => Verdict
}

const always = (verdict: Verdict) => () => verdict
const drop = (rule: string): ZaloVerdict => ({ does: 'drop', verdict: always(notAllowedNow(rule)) })
const window = (rule: string): ZaloVerdict => ({ does: 'window', verdict: always(notAllowedNow(rule)) })
const left: ZaloVerdict = { does: 'left', verdict: always(personLeft) }
/** A mistake of ours in this message: it is dropped and somebody is told. */
const bug: ZaloVerdict = { does: 'alert', verdict: always(ourFault) }
/** Nothing can be sent until somebody has seen to it: messages are held, not lost. */
const stopped: ZaloVerdict = {
  does: 'stop',
  verdict: always(tryLater(10 * MINUTE, { alarm: true })),
  holdMs: 10 * MINUTE,
  holdAtMostMs: 2 * HOUR,
}
/** A dead token: see `withToken`. This is what it means when a fresh one is dead as well. */
const tokenDead: ZaloVerdict = {
  does: 're-auth',
  verdict: always(tryLater(10 * MINUTE, { alarm: true })),
  holdMs: 10 * MINUTE,
}
/** The app or the OA lost a permission: the OA must consent again. */
const notGranted: ZaloVerdict = { ...tokenDead, holdAtMostMs: 2 * HOUR }
const again = (afterMs: number, tries: number): ZaloVerdict => ({
  does: 'retry',
  verdict: always(tryLater(afterMs, { tries, then: 'our-fault' })),
})

/**
 * Every error code of openapi.zalo.me, by number, never by text. Zalo answers all of them with HTTP 200. Some texts are
 * badly named there; a reseller's older table gives several codes another meaning and is not followed.
 */
export const zaloVerdicts: Readonly<Record<number, ZaloVerdict>> = {
  [-32]: { does: 'retry', verdict: (now) => tryLater(untilNextMinute(now)), holdMs: 5 * SECOND },
  [-100]: bug, // the attachment has expired; `send-picture` uploads it again once before it comes to this
  [-200]: again(30 * SECOND, 3), // "send failed", no reason given
  [-201]: bug, // a parameter
  [-204]: stopped, // the OA is deleted
  [-205]: stopped, // the OA is unknown
  [-209]: stopped, // the app is not activated for this API
  [-210]: bug, // a parameter over its limit
  [-211]: { does: 'alert', verdict: always(tryLater(HOUR, { alarm: true })), holdMs: HOUR }, // quota used up
  [-212]: notGranted,
  [-213]: drop('the person does not follow the OA'),
  [-214]: again(MINUTE, 5), // still being processed
  [-216]: tokenDead,
  [-217]: left, // blocked the OA
  [-218]: { does: 'retry', verdict: always(tryLater(HOUR)) }, // has received all they may for now
  [-219]: stopped, // the app is removed or disabled
  [-220]: tokenDead,
  [-221]: stopped, // the OA is not verified
  [-223]: notGranted,
  [-224]: stopped, // the OA's package is too low
  [-227]: left, // banned, or away for 45 days
  [-230]: window('no interaction in 7 days'),
  [-232]: window('no interaction, or the last one has expired'),
  [-233]: bug, // type of message
  [-234]: { does: 'retry', verdict: (now) => tryLater(untilMorning(now) + jitter(10 * MINUTE)) }, // at night
  [-235]: bug, // type of OA
  [-237]: bug, // groups
  [-238]: bug, // groups
  [-240]: bug, // the API of version 2
  [-241]: bug, // assets
  [-242]: stopped, // appsecret_proof
  [-244]: left, // they restrict this kind of message
  [-248]: bug, // against the platform's standards
  [-249]: bug, // the template goes by phone only
  [-320]: { does: 'alert', verdict: always(tryLater(HOUR, { alarm: true })) }, // no Zalo Cloud Account
  [-321]: { does: 'alert', verdict: always(tryLater(HOUR, { alarm: true })) }, // no money in it
  [-403]: bug, // assets
}

export function zaloVerdict(code: number): ZaloVerdict {
  return zaloVerdicts[code] ?? bug
}

/** The access token is dead: worth one refresh and one more try. */
export function isZaloTokenRefused(code: number): boolean {
  return zaloVerdict(code) === tokenDead
}

/** Calls are counted by the minute; not all who were refused may come back in the same second. */
export function untilNextMinute(now: Date): number {
  return MINUTE - (now.getTime() % MINUTE) + jitter(5 * SECOND)
}

const jitter = (mostMs: number) => Math.floor(Math.random() * mostMs)
