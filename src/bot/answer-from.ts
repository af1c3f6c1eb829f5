import { renderAnswer } from '../faq/render-answer.ts'
import type { Answer } from '../faq/answer.ts'
import { payload } from './spoken.ts'
import type { Talk } from './talk.ts'

const RELATED = 2
const REMEMBERED = 20

/** Answer something that is ours to say, whatever journey is open. */
export function isQuestionOfOurs({ kind }: Answer): boolean {
  return kind === 'answer' || kind === 'handoff' || kind === 'safety'
}

/** Says what the search found. An open journey goes on afterwards at its question. */
export async function answerFrom(talk: Talk, found: Answer): Promise<void> {
  switch (found.kind) {
    case 'answer':
      return answerWithEntry(talk, found.entries[0]?.entry.id ?? '')
    case 'choices':
      talk.understood = false
      return choose(talk, found)
    case 'smalltalk':
      talk.say(found.say, talk.open ? [] : talk.speaker.offers(['menu']))
      return talk.open ? talk.move({ kind: 'again' }) : undefined
    case 'decline':
      talk.understood = false
      return notOurs(talk, found)
    case 'handoff':
    case 'safety':
      talk.follow({ do: 'call-a-person', reason: found.kind })
      talk.remember({ dialogs: found.kind === 'safety' ? null : talk.memory.dialogs, misses: 0 })
      talk.say(found.say)
      if (found.kind === 'handoff') talk.sayHome('person')
      return found.kind === 'handoff' ? talk.resume() : undefined
  }
}

/** The entry's messages, then where it leads: its journey, related questions, a person. */
export async function answerWithEntry(talk: Talk, id: string): Promise<void> {
  const { knowledge } = talk.brain
  const entry = knowledge.entries.find((one) => one.id === id)
  if (!entry) return talk.sayHome('not-understood', ['menu'])
  const explained = [...talk.memory.explained.filter((title) => title !== entry.title), entry.title]
  talk.remember({ misses: 0, programme: entry.programme, explained: explained.slice(-REMEMBERED) })
  const messages = renderAnswer(entry, talk.today, knowledge.policy)
  if (talk.open) {
    talk.say(messages)
    return talk.resume()
  }
  const next = entry.next === undefined ? [] : talk.speaker.offers([entry.next])
  const related = knowledge.entries
    .filter((one) => entry.related.includes(one.id))
    .slice(0, RELATED)
    .map(({ id: other, title }) => ({ label: title, payload: payload.faq(other) }))
  talk.say(messages, [...next, ...related, ...talk.speaker.offers(['person'])])
}

function choose(talk: Talk, { entries, shown, say }: Answer): void {
  const buttons = entries
    .slice(0, shown)
    .map(({ entry: { id, title } }) => ({ label: title, payload: payload.faq(id) }))
  talk.say(say, [...buttons, ...talk.speaker.offers(['none'])])
}

/** Not ours, or not understood: what we can do; the second time in a row a person is offered. */
function notOurs(talk: Talk, { say }: Answer): void {
  const misses = talk.memory.misses + 1
  talk.remember({ misses: misses >= 2 ? 0 : misses })
  if (misses >= 2)
    talk.say(talk.speaker.home('offer-person'), talk.speaker.offers(['person', 'request-callback', 'menu']))
  else talk.say(say, talk.speaker.offers(['menu']))
}
