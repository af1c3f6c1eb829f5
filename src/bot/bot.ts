import type { Bot, Turn, TurnInput } from '../conversation/turn.ts'
import { readPhones } from '../conversation/read-phone.ts'
import { sayFound } from './found-words.ts'
import { handOverWords } from './hand-over-words.ts'
import { whileWaiting } from './obey.ts'
import { createBrain, type Brain } from './brain.ts'
import { heldWords, requestedWords } from './data-words.ts'
import type { Desk } from './desk.ts'
import type { Knowledge } from './knowledge.ts'
import { askRating, notKeptWords, sayAboutLead, promiseWords } from './lead-words.ts'
import { readSession, type Memory, type Session } from './session.ts'
import { ANY_DAY, asReplies, Speaker } from './speaker.ts'
import { takeThought, type Taken } from './take-thought.ts'
import type { ThoughtInput } from './talk.ts'
import { thoughtsIn, wordsOf, type Thought, type Words } from './thoughts.ts'

/** More typed words within this time, by the platform's clock, belong to the same thought. */
const BURST_MS = 2_000

/** The bot: one pure turn at a time. Nothing is sent and nothing is saved in here. */
export function createBot(knowledge: Knowledge, desk: Desk): Bot {
  const brain = createBrain(knowledge, desk)
  const words = new Speaker(knowledge, desk, ANY_DAY)
  return {
    runTurn: (input) => runTurn(brain, input),
    sayPromise: (promise) => asReplies(promiseWords(words, promise)),
    askRating: (promise) => askRating(words, promise),
    sayAboutLead: (what) => sayAboutLead(words, what),
    sayFound: (found) => sayFound(words, found),
    sayNotKept: (why) => asReplies(notKeptWords(words, why)),
    sayHandOver: (promise) => asReplies(handOverWords(words, promise), words.offers(whileWaiting)),
    sayHeld: (held) => asReplies(heldWords(words, held)),
    sayRequested: (requested) => asReplies(requestedWords(words, requested, knowledge.policy)),
    saySorry: () => ({ text: words.home('sorry').join('\n'), buttons: [] }),
  }
}

async function runTurn(brain: Brain, input: TurnInput): Promise<Turn> {
  const { session: saved, isUnreadable } = readSession(input.session)
  const isStranded = saved.dialogs !== null && !brain.host.open(saved.dialogs) // a release dropped that journey
  const speaker = new Speaker(brain.knowledge, brain.desk, input.today)
  const { taken, session } = await takeThoughts(brain, input, {
    ...saved,
    greeted: true,
    dialogs: isStranded ? null : saved.dialogs,
  })
  const effects = taken.flatMap((one) => one.effects)
  const replies = taken.flatMap((one) => one.replies)
  const isUrgent = effects.some((effect) => effect.do === 'call-a-person' && effect.reason === 'safety')
  const isSilent = replies.length === 0 // a person of the desk has the talk
  const opening = [
    ...(saved.greeted || isUrgent || isComment(input) ? [] : speaker.home('disclosure')), // help first: who we are can wait for the next turn
    ...(isUnreadable || isStranded ? speaker.home('started-over') : []),
  ]
  return {
    replies: isSilent ? [] : [...asReplies(opening), ...replies],
    after: taken.flatMap(({ after }) => after),
    effects,
    notes: taken.flatMap(({ notes }) => notes),
    session: JSON.stringify({ ...session, greeted: saved.greeted || !(isUrgent || isSilent) }),
  }
}

/** One after the other; what brings the bot back counts from the next one on. */
async function takeThoughts(brain: Brain, input: TurnInput, before: Session) {
  const taken: Taken[] = []
  let session = before
  let { attended } = input
  for (const [place, thought] of thoughtsIn(input.heard).entries()) {
    const key = `${input.code}-${place}`
    const next = await takeInContext(brain, session, thought, { ...input, key, attended })
    taken.push(next.taken)
    session = next.session
    if (next.taken.effects.some((effect) => effect.do === 'leave-person')) attended = undefined
  }
  return { taken, session }
}

/** Its one answer, all that a platform allows, says itself who speaks. */
function isComment({ heard: [{ said }] }: TurnInput): boolean {
  return said.kind === 'commented'
}

/** Words that mean nothing by themselves are joined to the thought just before, and taken from where that one began. */
async function takeInContext(brain: Brain, session: Session, thought: Thought, input: ThoughtInput) {
  const { last, ...memory } = session
  const alone = await takeThought(brain, memory, thought, input)
  if (thought.kind !== 'words' || input.attended) return { taken: alone, session: alone.memory }
  const continues = last && Math.abs(thought.at - last.at) <= BURST_MS && !alone.understood
  if (!continues) return { taken: alone, session: withLast(alone, thought, memory, input.key) }
  const whole = { ...wordsOf(`${last.text} ${thought.text}`, thought.at), found: thought.found }
  const joined = await takeThought(brain, { ...last.before, greeted: true }, whole, {
    ...input,
    key: last.key,
  })
  return joined.understood || !last.understood
    ? { taken: joined, session: withLast(joined, whole, last.before, last.key) }
    : { taken: alone, session: withLast(alone, thought, memory, input.key) }
}

/** What was recorded cannot be taken back, and a phone number is never half a thought: neither is kept to be joined. */
function withLast(
  { memory, effects, understood }: Taken,
  { text, at }: Words,
  before: Memory,
  key: string,
): Session {
  const isWhole = effects.length > 0 || readPhones(text).length > 0
  return isWhole ? memory : { ...memory, last: { text, at, key, understood, before } }
}
