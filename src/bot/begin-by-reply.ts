import { fold } from '../conversation/fold.ts'
import { goNamed } from '../conversation/meant-by.ts'
import type { Progress } from '../conversation/journey.ts'
import type { Answer } from '../faq/answer.ts'
import type { Talk } from './talk.ts'

/** A longer message than this is a story or a question, not an answer to what we have just offered. */
const REPLY_WORDS = 5
const WHAT_IF_WORDS = 9
const asksAgain =
  /^(?:the|con|vay|neu|nhu|gia su|lo|nhung) |\bthi (?:sao|bao nhieu|the nao|ra sao|may|(?:mat|dong|nop|duoc|het) bao nhieu)\b/
const answersOfItsOwn = new Set(['safety', 'handoff', 'smalltalk'])

interface Meant {
  readonly id: string
  readonly known: Progress['answers']
}

/**
 * "Hộ nghèo", said after an answer that offers to work something out, is the first answer to that offer; "thế 3 triệu thì sao",
 * said after a sum, asks for the same sum with that one answer changed. Where the search has an answer of its own,
 * only the second counts.
 */
export async function beginByReply(talk: Talk, found: Answer, text: string): Promise<boolean> {
  if (talk.open || answersOfItsOwn.has(found.kind)) return false
  const meant = whatIf(talk, text) ?? (found.kind === 'answer' ? undefined : shortReply(talk, text))
  if (!meant) return false
  await talk.begin(meant.id, { kind: 'told', known: meant.known })
  return true
}

function whatIf(talk: Talk, text: string): Meant | undefined {
  const said = fold(text)
  return asksAgain.test(said) && said.split(' ').length <= WHAT_IF_WORDS ? finished(talk, text) : undefined
}

function shortReply(talk: Talk, text: string): Meant | undefined {
  if (fold(text).split(' ').length > REPLY_WORDS) return undefined
  return finished(talk, text) ?? offered(talk, text)
}

/** The sum shown last, with one answer changed. */
function finished({ memory: { finished: done }, brain, world }: Talk, text: string): Meant | undefined {
  const journey = brain.host.named(done?.journey ?? '')
  const known = done && journey?.retell({ answers: done.answers, asking: '' }, { text }, world, 'all')
  return journey && known && { id: journey.id, known }
}

/** The one journey among the buttons shown last that this begins; never one that asks for consent. */
function offered({ memory, brain, world }: Talk, text: string): Meant | undefined {
  const meant = memory.offered.flatMap(({ payload }) => {
    const journey = brain.host.named(goNamed(payload) ?? '')
    if (!journey || Object.values(journey.questions).some(({ sealed }) => sealed)) return []
    const known = journey.retell({ answers: {}, asking: '' }, { text }, world, 'missing')
    return known ? [{ id: journey.id, known }] : []
  })
  const [only, another] = meant
  return another ? undefined : only
}
