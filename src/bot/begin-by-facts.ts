import type { Answer } from '../faq/answer.ts'
import { readBack } from './read-back.ts'
import type { Talk } from './talk.ts'

/** So many answers in one message and the person means their own case, not the rule in general. */
const ENOUGH = 2

/**
 * "Tôi 58 tuổi đóng 12 năm có lương hưu không" is a case, not a question about the law: the journey the answer leads to
 * starts with what was said, when it names that journey's subject. One fact is enough when it alone decides. When two journeys could be meant, neither starts.
 */
export async function beginByFacts(talk: Talk, { kind, entries }: Answer, text: string): Promise<boolean> {
  if (talk.open || (kind !== 'answer' && kind !== 'choices')) return false
  const next = new Set(entries.map(({ entry }) => entry.next))
  const meant = [...next].flatMap((id) => {
    const journey = talk.brain.host.named(id ?? '')
    const known = journey?.hears(text, talk.world) ?? {}
    const count = Object.keys(known).length
    const decides = count > 0 && journey?.begin(talk.world, known).kind === 'ended'
    return journey && (count >= ENOUGH || decides) ? [{ journey, known, decides }] : []
  })
  const [only, another] = meant
  if (!only || another) return false
  const { journey, known, decides } = only
  if (!decides || Object.keys(known).length >= ENOUGH)
    talk.say(readBack(talk.speaker, journey, known, decides))
  await talk.begin(journey.id, { kind: 'told', known })
  return true
}
