import type { Spoken } from '../conversation/journey.ts'
import { askedPeriod } from '../conversation/read-period.ts'
import { faqNamed, payload, type Meant } from '../conversation/meant-by.ts'
import { route, type Place } from '../conversation/route.ts'
import type { Answer } from '../faq/answer.ts'
import { answerFrom, answerWithEntry } from './answer-from.ts'
import { noteChosen, noteQuestion } from './note-question.ts'
import { beginByFacts } from './begin-by-facts.ts'
import { beginByReply } from './begin-by-reply.ts'
import { obey } from './obey.ts'
import type { Talk } from './talk.ts'

/** Not understood so many times in one place: a person is offered. */
const MISSES = 2

/** An agent's card, "MAU-NA-0001": its letters are no words ("máu"). */
const cardNumber = /(?<![\p{L}\d])\p{L}{1,6}(?:-[\p{L}\d]+)+-\d{2,8}(?![\p{L}\d])/gu

/** What one thought leads to. */
export async function think(talk: Talk, spoken: Spoken): Promise<void> {
  const way = route(spoken, placeOf(talk))
  switch (way.to) {
    case 'button':
      return act(talk, way.meant)
    case 'stop-or-right':
      return askStopOrRight(talk)
    case 'command':
      return obey(talk, way.command)
    case 'concern':
      return talk.concern(way.about, way.text)
    case 'question':
      return answerOpen(talk, way.said)
    case 'call-me':
      return talk.sayHome('call-me', ['request-callback', 'menu'])
    case 'search':
      noteQuestion(talk, spoken.text, way.found)
      talk.remember({ period: askedPeriod(spoken.text, talk.today) })
      if (await beginByFacts(talk, way.found, spoken.text)) return
      if (await beginByReply(talk, way.found, spoken.text)) return
      return answerFrom(talk, way.found)
    case 'nobody':
      return miss(talk, way.said)
  }
}

function placeOf(talk: Talk): Place<Answer> {
  const { open, world, memory, brain } = talk
  const { free, sealed } = open?.journey.questions[open.progress.asking] ?? {}
  return {
    offered: memory.offered,
    isOpen: open !== undefined,
    expectsCode: memory.expectsCode,
    takesAnyWords: free === true || sealed === true,
    understands: (said) => open !== undefined && open.journey.understands(open.progress, said, world),
    understandsAhead: (said) => open?.journey.retell(open.progress, said, world, 'missing') !== undefined,
    search: (text) => brain.knowledge.finder.ask(text.replace(cardNumber, ' '), contextOf(talk)),
  }
}

async function act(talk: Talk, meant: Exclude<Meant, { do: 'words' }>): Promise<void> {
  talk.remember({ misses: 0 })
  switch (meant.do) {
    case 'go':
      return obey(talk, meant.name)
    case 'faq':
      noteChosen(talk, meant.name)
      return answerWithEntry(talk, meant.name, ...othersLikely(talk, meant.name))
    case 'edit':
      return talk.takeBack(meant.name)
    case 'consent':
      return answerOpen(talk, meant.said)
    case 'stale-consent':
      return talk.open ? talk.move({ kind: 'again' }) : obey(talk, 'menu')
  }
}

/** The choices not taken, and those not shown yet. */
function othersLikely({ memory: { offered, instead } }: Talk, taken: string): readonly string[] {
  const shown = offered.map(({ payload: code }) => faqNamed(code)).filter((id) => id !== undefined)
  return [...shown, ...instead].filter((id) => id !== taken)
}

function askStopOrRight(talk: Talk): void {
  const right = { label: talk.speaker.home('right').join(' '), payload: payload.choose('đúng') }
  talk.say(talk.speaker.home('stop-or-right'), [right, ...talk.speaker.offers(['stop'])])
}

async function answerOpen(talk: Talk, said: Spoken): Promise<void> {
  talk.remember({ misses: 0 })
  await talk.move({ kind: 'answer', said })
}

/** Not an answer and not a question: asked again in other words, and the second time a person is offered. */
async function miss(talk: Talk, said: Spoken): Promise<void> {
  const misses = talk.memory.misses + 1
  talk.understood = false
  talk.remember({ misses: misses % MISSES })
  if (misses < MISSES) return talk.move({ kind: 'answer', said })
  talk.say(talk.speaker.home('offer-person'), talk.speaker.offers(['person', 'menu']))
}

function contextOf({ memory: { programme } }: Talk) {
  return programme === undefined ? {} : { programme }
}
