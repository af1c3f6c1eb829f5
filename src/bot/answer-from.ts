import { withDeskWords } from '../faq/desk-words.ts'
import { renderAnswer } from '../faq/render-answer.ts'
import type { Answer } from '../faq/answer.ts'
import { offerPerson } from './obey.ts'
import { payload } from '../conversation/meant-by.ts'
import type { Talk } from './talk.ts'

const RELATED = 2
const REMEMBERED = 20
/** Not understood so many times in a row: a person is offered. */
const MISSES = 2

/** Says what the search found. An open journey goes on afterwards at its question. */
export async function answerFrom(talk: Talk, found: Answer): Promise<void> {
  switch (found.kind) {
    case 'answer':
      return answerWithEntry(talk, found.entries[0]?.entry.id ?? '')
    case 'choices':
      talk.understood = false
      return choose(talk, found)
    case 'smalltalk':
      return chat(talk, found)
    case 'decline':
      return decline(talk, found)
    case 'handoff':
      talk.say(found.say)
      return offerPerson(talk, 'handoff')
    case 'safety':
      talk.follow({ do: 'call-a-person', reason: 'safety' })
      talk.remember({ dialogs: null, misses: 0 })
      talk.say(found.say)
  }
}

async function chat(talk: Talk, { say }: Answer): Promise<void> {
  talk.remember({ misses: 0 })
  talk.say(say, talk.open ? [] : talk.speaker.offers(['menu']))
  await talk.move({ kind: 'again' })
}

/** The entry's messages, then where it leads: its journey, related questions, a person. */
export async function answerWithEntry(talk: Talk, id: string): Promise<void> {
  const { knowledge, desk } = talk.brain
  const entry = knowledge.entries.find((one) => one.id === id)
  if (!entry) return talk.sayHome('not-understood', ['menu'])
  const explained = [...talk.memory.explained.filter((title) => title !== entry.title), entry.title]
  talk.remember({ misses: 0, programme: entry.programme, explained: explained.slice(-REMEMBERED) })
  const messages = renderAnswer(withDeskWords(entry, desk), talk.today, knowledge.policy)
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

/** Somebody else's business: says whose. Or not understood: what we can do; the second time a person is offered. */
function decline(talk: Talk, { say, messageClass }: Answer): void {
  talk.understood = messageClass !== undefined
  const misses = talk.understood ? 0 : talk.memory.misses + 1
  talk.remember({ misses: misses % MISSES })
  if (misses < MISSES) return talk.say(say, talk.speaker.offers(['menu']))
  talk.say(talk.speaker.home('offer-person'), talk.speaker.offers(['person', 'request-callback', 'menu']))
}
