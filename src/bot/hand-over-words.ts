import type { HandOverPromise } from '../conversation/turn.ts'
import { instantInWords } from '../conversation/instant-in-words.ts'
import type { Speaker } from './speaker.ts'

/** When a person of the desk answers, and what happens until then. */
export function handOverWords(words: Speaker, { answerBy, shut }: HandOverPromise): readonly string[] {
  const { opensAt = answerBy, holiday } = shut ?? {}
  const values = { by: instantInWords(answerBy), from: instantInWords(opensAt), holiday: holiday ?? '' }
  const when = shut ? (holiday === undefined ? 'shut' : 'holiday') : 'open'
  return [...words.home(`person.${when}`, values), ...words.home('person.meanwhile')]
}
