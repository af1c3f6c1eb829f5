import { notAllowedNow, ourFault, personLeft, tryLater, type Verdict } from '../platform/verdict.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** What one Graph error means for the message, and for how long it holds up everything else of the Page. */
export interface MessengerVerdict {
  readonly verdict: Verdict
  readonly holdMs?: number
  /** The hold doubles each time, up to this. */
  readonly holdAtMostMs?: number
}

const drop = (rule: string): MessengerVerdict => ({ verdict: notAllowedNow(rule) })
const again = (tries: number, then: 'person-left' | 'our-fault'): MessengerVerdict => ({
  verdict: tryLater(10 * SECOND, { unclear: true, tries, then }),
})
/** Nobody can be written to until somebody has seen to it: messages are held, not lost. */
const pageStopped: MessengerVerdict = {
  verdict: tryLater(10 * MINUTE, { alarm: true }),
  holdMs: 10 * MINUTE,
}
const atLimit: MessengerVerdict = { verdict: tryLater(MINUTE), holdMs: MINUTE }
/** The rule behind a refusal that a person's own words may still get past. */
export const OUTSIDE_WINDOW = 'more than 24 hours since they wrote'
const wroteTooLongAgo = drop(OUTSIDE_WINDOW)
const gone: MessengerVerdict = { verdict: personLeft }
const bug: MessengerVerdict = { verdict: ourFault }

/**
 * Every Graph error that is documented or has been seen, by code and subcode, never by text or HTTP status. A subcode's
 * own row wins over its code's.
 */
export const messengerVerdicts: Readonly<Record<string, MessengerVerdict>> = {
  '1': again(3, 'our-fault'), // often a missing permission
  '1/99': again(3, 'our-fault'),
  '2': again(4, 'person-left'), // temporary; also seen when the person has blocked us
  '4': atLimit,
  '4/2018354': drop('marketing messages come too often'),
  '9/2018352': drop('marketing messages come too often'),
  '10': pageStopped, // a permission is missing
  '10/2018065': wroteTooLongAgo,
  '10/2018108': wroteTooLongAgo,
  '10/2018278': wroteTooLongAgo,
  '10/2018300': { verdict: tryLater(HOUR) }, // another app has the thread: on as soon as it is given back
  '10/1893063': {
    verdict: tryLater(30 * MINUTE, { alarm: true }),
    holdMs: 30 * MINUTE,
    holdAtMostMs: 4 * HOUR,
  },
  '100': bug,
  '100/33': bug, // an address that cannot be read with our token
  '100/2018001': bug, // no such person on this Page: the token of another Page?
  '100/2018109': bug, // attachment too large
  '100/2018292': drop('the comment is gone'),
  '100/2534029': pageStopped, // messaging blocked for the business
  '100/2534122': pageStopped,
  '105': bug,
  '194': bug,
  '190': pageStopped, // the token is dead, or lost its scope
  '190/460': pageStopped,
  '190/463': pageStopped,
  '190/467': pageStopped,
  '190/490': pageStopped,
  '190/2069032': pageStopped,
  '200': pageStopped, // a permission is missing
  '200/1545041': gone,
  '200/2018028': pageStopped, // the app is not live
  '200/2534041': pageStopped, // access was taken away
  '230': pageStopped, // pages_messaging is missing
  '368': pageStopped, // blocked for breaking a policy
  '551': gone,
  '551/1545041': gone,
  '613': atLimit,
  '613/1893016': { verdict: tryLater(10 * MINUTE, { alarm: true }), holdMs: 10 * MINUTE }, // a warning about our behaviour
  '1200': again(4, 'our-fault'),
  '10900': drop('the comment has had its one reply'),
  '10902': drop('the comment cannot be replied to'),
}

export function messengerVerdict(code: number, subcode: number | undefined): MessengerVerdict {
  return messengerVerdicts[`${code}/${subcode}`] ?? messengerVerdicts[String(code)] ?? bug
}
