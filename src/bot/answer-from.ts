import { withDeskWords } from '../faq/desk-words.ts'
import { renderAnswer } from '../faq/render-answer.ts'
import type { Answer } from '../faq/answer.ts'
import { isGrievance, isGrievanceClass } from './grievance.ts'
import { offerChoices, titlesOf } from './lead-on.ts'
import { asksVerdict } from './note-question.ts'
import { callPerson } from './obey.ts'
import type { Talk } from './talk.ts'

const RELATED = 2
const REMEMBERED = 20
/** Not understood so many times in a row: a person is offered. */
const MISSES = 2
/** Where one's own file stands is asked about today, whatever days the story names. */
const OWN_FILE = 'tra-cuu-tinh-trang-ho-so'
/** The class of messages in knowledge/out-of-scope.yaml that want a person and nothing else. */
const ASKS_FOR_SOMEONE = 'human'

/** Says what the search found. An open journey goes on afterwards at its question. */
export async function answerFrom(talk: Talk, found: Answer): Promise<void> {
  switch (found.kind) {
    case 'answer':
      return answerWithEntry(talk, ...idsOf(found))
    case 'choices':
      talk.understood = false
      return choose(talk, found)
    case 'smalltalk':
      return chat(talk, found)
    case 'decline':
      return decline(talk, found)
    case 'handoff':
      return found.messageClass === ASKS_FOR_SOMEONE ? callPerson(talk) : leaveToPeople(talk, found)
    case 'safety':
      return help(talk, found)
  }
}

/** Somebody is in danger: what to do now and who to talk to, and nothing else. The province's desk hears of it. */
function help(talk: Talk, { say }: Answer): void {
  talk.follow({ do: 'call-a-person', reason: 'safety' })
  talk.remember({ dialogs: null, finished: undefined, misses: 0, instead: [] })
  talk.say([...say, ...talk.speaker.home('person-now')])
}

/** What a machine cannot settle: how to go about it, and a person if they want one. The desk hears that it came up. */
async function leaveToPeople(talk: Talk, { say, messageClass }: Answer): Promise<void> {
  talk.follow({ do: 'call-a-person', reason: 'handoff' })
  const grievance = isGrievanceClass(messageClass)
  talk.remember({ grievance })
  const offers = grievance ? ['person', 'menu'] : ['person', 'request-callback']
  talk.say(say, talk.open ? [] : talk.speaker.offers(offers))
  await talk.resume()
}

async function chat(talk: Talk, { say }: Answer): Promise<void> {
  talk.remember({ misses: 0 })
  talk.say(say, talk.open ? [] : talk.speaker.offers(['menu']))
  await talk.move({ kind: 'again' })
}

/** The entry's messages, then where it leads: its journey, related questions, a person. `instead`: what else was likely. */
export async function answerWithEntry(talk: Talk, id = '', ...instead: readonly string[]): Promise<void> {
  const { knowledge, desk } = talk.brain
  const entry = knowledge.entries.find((one) => one.id === id)
  if (!entry) return talk.sayHome('not-understood', ['menu'])
  const explained = [...talk.memory.explained.filter((title) => title !== entry.title), entry.title]
  talk.remember({
    misses: 0,
    programme: entry.programme,
    explained: explained.slice(-REMEMBERED),
    instead: [...instead],
    shown: { on: talk.today, entry: entry.id },
    grievance: isGrievance(entry),
  })
  const { period } = entry.topics.includes(OWN_FILE) ? {} : talk.memory
  const messages = renderAnswer(withDeskWords(entry, desk), talk.today, knowledge.policy, { period })
  if (talk.open) {
    talk.say(messages)
    return talk.resume()
  }
  const next = entry.next === undefined ? [] : talk.speaker.offers([entry.next])
  const related = titlesOf(talk, entry.related).slice(0, RELATED)
  const asks = asksVerdict(talk) ? talk.speaker.offers(['helpful', 'none']) : []
  const leads = asks.length > 0 ? [...next, ...asks] : [...next, ...related]
  talk.say(messages, [...leads, ...talk.speaker.offers(['person'])])
}

function choose(talk: Talk, found: Answer): void {
  const ids = idsOf(found)
  talk.remember({ instead: ids.slice(found.shown) })
  offerChoices(talk, found.say, ids.slice(0, found.shown))
}

function idsOf({ entries }: Answer): readonly string[] {
  return entries.map(({ entry: { id } }) => id)
}

/** Somebody else's business: says whose. Or not understood: what we can do; the second time a person is offered. */
function decline(talk: Talk, { say, messageClass }: Answer): void {
  talk.understood = messageClass !== undefined
  const misses = talk.understood ? 0 : talk.memory.misses + 1
  talk.remember({ misses: misses % MISSES })
  if (misses < MISSES) return talk.say(say, talk.speaker.offers(['menu']))
  talk.say(talk.speaker.home('offer-person'), talk.speaker.offers(['person', 'request-callback', 'menu']))
}
