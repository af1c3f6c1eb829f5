import { notAllowedNow, ourFault, personLeft, tryLater, type Verdict } from '../platform/verdict.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/**
 * Graph errors that are not simply our fault (bad parameter, dead token, lost permission, policy), by code and
 * subcode, never by text or HTTP status. A subcode's own row wins over its code's.
 */
const verdicts: Readonly<Record<string, Verdict>> = {
  '1': tryLater(10 * SECOND),
  '2': tryLater(10 * SECOND), // temporary; also seen when the person has blocked us, so the attempts must be few
  '4': tryLater(MINUTE),
  '4/2018354': notAllowedNow('marketing messages come too often'),
  '9/2018352': notAllowedNow('marketing messages come too often'),
  '10/2018065': notAllowedNow('more than 24 hours since they wrote'),
  '10/2018108': notAllowedNow('more than 24 hours since they wrote'),
  '10/2018278': notAllowedNow('more than 24 hours since they wrote'),
  '10/2018300': notAllowedNow('another app has the thread'),
  '10/1893063': tryLater(30 * MINUTE), // the Page is restricted for a while
  '200/1545041': personLeft,
  '551': personLeft,
  '613': tryLater(MINUTE),
  '613/1893016': tryLater(10 * MINUTE), // a warning about our behaviour
  '1200': tryLater(10 * SECOND),
  '10900': notAllowedNow('the comment has had its one reply'),
  '10902': notAllowedNow('the comment cannot be replied to'),
}

export function messengerVerdict(code: number, subcode: number | undefined): Verdict {
  return verdicts[`${code}/${subcode}`] ?? verdicts[String(code)] ?? ourFault
}
