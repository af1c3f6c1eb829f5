import { fold } from '../conversation/fold.ts'
import type { Spoken } from '../conversation/journey.ts'
import { isStopOrRight, readCommand } from '../conversation/read-command.ts'
import { answerFrom, answerWithEntry, isQuestionOfOurs } from './answer-from.ts'
import { obey } from './obey.ts'
import { meantBy, numbered, payload, type Meant } from './spoken.ts'
import type { Talk } from './talk.ts'

/** So many words are searched before they are taken as an answer: they may be a question, or a cry for help. */
const SEARCH_FROM_WORDS = 3
/** Not understood so many times in one place: a person is offered. */
const MISSES = 2

/** What one thought leads to: the one list of who may take it, in this order. */
export async function think(talk: Talk, spoken: Spoken): Promise<void> {
  const meant = meantBy(spoken, talk.memory.offered)
  if (meant.do !== 'words') return act(talk, meant)
  const { text } = meant
  const isLong = fold(text).split(' ').length >= SEARCH_FROM_WORDS
  const found = isLong ? talk.brain.knowledge.finder.ask(text, contextOf(talk)) : undefined
  if (found?.kind === 'safety') return answerFrom(talk, found)
  if (isStopOrRight(text) && understoodBy(talk, { text: 'đúng' })) return askStopOrRight(talk)
  const command = readCommand(text)
  if (command) return obey(talk, command)
  const isLabel = talk.memory.offered.some(({ label }) => fold(label) === fold(text))
  const isQuestion = !isLabel && found !== undefined && isQuestionOfOurs(found)
  if (await answersJourney(talk, { text }, isQuestion)) return
  const byNumber = numbered(text, talk.memory.offered)
  if (byNumber)
    return byNumber.do === 'words' ? answerOpen(talk, { text: byNumber.text }) : act(talk, byNumber)
  const result = found ?? talk.brain.knowledge.finder.ask(text, contextOf(talk))
  const isAside = result.kind === 'smalltalk' || (isLong && isQuestionOfOurs(result))
  if (talk.open && !isAside) return miss(talk, { text })
  await answerFrom(talk, result)
}

async function act(talk: Talk, meant: Exclude<Meant, { do: 'words' }>): Promise<void> {
  talk.remember({ misses: 0 })
  switch (meant.do) {
    case 'go':
      return obey(talk, meant.name)
    case 'faq':
      return answerWithEntry(talk, meant.name)
    case 'edit':
      return talk.move({ kind: 'take-back', name: meant.name })
    case 'consent':
      return answerOpen(talk, meant.said)
    case 'stale-consent':
      return talk.open ? talk.move({ kind: 'again' }) : obey(talk, 'menu')
  }
}

/** True when the words answered the open question. Free words that are a question to us are not an answer. */
async function answersJourney(talk: Talk, said: Spoken, isQuestion: boolean): Promise<boolean> {
  const { open } = talk
  const { free, sealed } = open?.journey.questions[open.progress.asking] ?? {}
  if (((free || sealed) && isQuestion) || !understoodBy(talk, said)) return false
  await answerOpen(talk, said)
  return true
}

function understoodBy({ open, world }: Talk, said: Spoken): boolean {
  return open !== undefined && open.journey.understands(open.progress, said, world)
}

function askStopOrRight(talk: Talk): void {
  const right = { label: talk.speaker.home('right').join(' '), payload: payload.choose('đúng') }
  talk.say(talk.speaker.home('stop-or-right'), [right, ...talk.speaker.offers(['stop'])])
}

async function answerOpen(talk: Talk, said: Spoken): Promise<void> {
  if (!talk.open) return answerFrom(talk, talk.brain.knowledge.finder.ask(said.text, contextOf(talk)))
  talk.remember({ misses: 0 })
  await talk.move({ kind: 'answer', said })
}

/** Not an answer and not a question: asked again in other words, and the second time a person is offered. */
async function miss(talk: Talk, said: Spoken): Promise<void> {
  const misses = talk.memory.misses + 1
  talk.understood = false
  if (misses >= MISSES) {
    talk.remember({ misses: 0 })
    talk.say(talk.speaker.home('offer-person'), talk.speaker.offers(['person', 'menu']))
    talk.understood = false
    return
  }
  talk.remember({ misses })
  await talk.move({ kind: 'answer', said })
}

function contextOf({ memory: { programme } }: Talk) {
  return programme === undefined ? {} : { programme }
}
