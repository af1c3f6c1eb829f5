import type { Button } from '../conversation/reply.ts'
import { payload } from '../conversation/meant-by.ts'
import { noteVerdict } from './note-question.ts'
import type { Talk } from './talk.ts'

const SHOWN = 3

/** "Không phải ý tôi": the next likely answers; when there are none left, other words, and then a person. */
export function leadOn(talk: Talk): void {
  const { instead, misses } = talk.memory
  noteVerdict(talk, 'not-meant', instead.length > 0)
  if (instead.length > 0) {
    talk.remember({ instead: instead.slice(SHOWN) })
    return offerChoices(talk, talk.speaker.home('other-choices'), instead.slice(0, SHOWN))
  }
  talk.remember({ misses: misses === 0 ? 1 : 0 })
  talk.sayHome(misses === 0 ? 'rephrase' : 'offer-person', ['person', 'request-callback', 'menu'])
}

/** Answers to choose from, by id, and the way out when none of them is meant. */
export function offerChoices(talk: Talk, say: readonly string[], ids: readonly string[]): void {
  talk.say(say, [...titlesOf(talk, ids), ...talk.speaker.offers(['none'])])
}

/** One button for each answer, its title on it, in the order given. */
export function titlesOf(talk: Talk, ids: readonly string[]): readonly Button[] {
  const { entries } = talk.brain.knowledge
  return ids
    .flatMap((id) => entries.find((one) => one.id === id) ?? [])
    .map(({ id, title }) => ({ label: title, payload: payload.faq(id) }))
}
