import type { HeldData, HeldLead } from '../conversation/held-data.ts'
import { formatDay } from '../conversation/format.ts'
import type { Requested } from '../conversation/turn.ts'
import { dataRequestDues } from '../policy/data-request-dues.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import type { Speaker } from './speaker.ts'

const say = (words: Speaker, key: string, values: Readonly<Record<string, string>> = {}) =>
  words.journey('my-data', [key], values).join('\n')

/** What we hold about a person, one thing a line, in one message. */
export function heldWords(words: Speaker, { leads, consents }: HeldData): readonly string[] {
  const lines = [
    say(words, 'held.talk'),
    ...leads.map((lead) => say(words, 'held.lead', leadValues(words, lead))),
    ...consents.map((day) => say(words, 'held.consent', { day: formatDay(day) })),
    ...(leads.length === 0 ? [say(words, 'held.nothing')] : []),
  ]
  return [lines.join('\n')]
}

function leadValues(words: Speaker, { code, addressAs, phone, commune, caller }: HeldLead) {
  const who =
    caller === 'closed'
      ? say(words, 'caller.closed')
      : say(words, `caller.${caller.kind}`, 'name' in caller ? { name: caller.name } : {})
  return {
    code,
    addressAs,
    commune,
    caller: who,
    phone: phone ? localPhone(phone) : say(words, 'phone.none'),
  }
}

/** +84912345678 → 0912 345 678: as the person knows it. */
function localPhone(phone: string): string {
  return phone.replace(/^\+84/, '0').replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3')
}

/** The receipt, and by when the law wants it answered and done. */
export function requestedWords(
  words: Speaker,
  { kind, code, today }: Requested,
  policy: PolicyBook,
): readonly string[] {
  const { firstReplyBy, doneBy } = dataRequestDues(today, policy)
  const values = { code, replyBy: formatDay(firstReplyBy), doneBy: formatDay(doneBy) }
  return words.journey('my-data', [`requested.${kind}`], values)
}
