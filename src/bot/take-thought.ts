import type { Effect } from '../conversation/effect.ts'
import { fold } from '../conversation/fold.ts'
import type { QuestionNote } from '../conversation/question-note.ts'
import type { Reply } from '../conversation/reply.ts'
import type { SharedContact } from '../conversation/said.ts'
import { readPersona } from '../conversation/read-persona.ts'
import type { Attended } from '../conversation/turn.ts'
import { NotInForce } from '../policy/policy-book.ts'
import type { Brain } from './brain.ts'
import { answerFrom } from './answer-from.ts'
import { callPerson, home, whileWaiting } from './obey.ts'
import type { Memory } from './session.ts'
import { NoFigure } from './speaker.ts'
import { Talk, type ThoughtInput } from './talk.ts'
import { think } from './think.ts'
import { wayBeside } from './way-beside.ts'
import type { Thought, Words } from './thoughts.ts'

export interface Taken {
  readonly replies: readonly Reply[]
  readonly after: readonly Reply[]
  readonly effects: readonly Effect[]
  readonly notes: readonly QuestionNote[]
  readonly memory: Memory
  readonly understood: boolean
}

/** Answers one thought. A figure the law does not have for the day is said so, never guessed. */
export async function takeThought(
  brain: Brain,
  memory: Memory,
  thought: Thought,
  input: ThoughtInput,
): Promise<Taken> {
  try {
    const talk = new Talk(brain, memory, input)
    const { attended } = input
    return attended ? await besidePerson(talk, thought, attended) : await answered(talk, thought)
  } catch (error) {
    if (!(error instanceof NotInForce || error instanceof NoFigure)) throw error
    const talk = new Talk(brain, { ...memory, dialogs: null }, input)
    talk.sayHome('no-figure', ['person', 'request-callback'])
    return outcome(talk)
  }
}

/** Silent, but for a cry for help, for who asks for a person again, and for whoever wants the bot back. */
async function besidePerson(talk: Talk, thought: Thought, attended: Attended): Promise<Taken> {
  const way = wayBeside(talk, thought, attended)
  switch (way.kind) {
    case 'silent':
      return outcome(talk)
    case 'help':
      await answerFrom(talk, way.found)
      return outcome(talk)
    case 'again':
      callPerson(talk)
      return outcome(talk)
    case 'back':
      talk.follow({ do: 'leave-person', why: way.why })
      if (way.why !== 'menu') return answered(talk, thought)
      if (talk.open) await talk.resume()
      else home(talk)
      return outcome(talk)
  }
}

async function answered(talk: Talk, thought: Thought): Promise<Taken> {
  switch (thought.kind) {
    case 'arrived':
      await arrive(talk)
      break
    case 'commented':
      talk.sayHome('commented')
      break
    case 'returned':
      talk.sayHome(`person.${thought.why}`, talk.open ? [] : whileWaiting)
      await talk.resume()
      break
    case 'shared':
      await takeContact(talk, thought.contact)
      break
    case 'wordless':
      talk.sayHome(`wordless.${thought.what}`, talk.open ? [] : ['menu'])
      await talk.resume()
      break
    case 'tap':
      await think(talk, thought.said)
      break
    case 'words':
      await hear(talk, thought)
  }
  const isForHost = talk.effects.length > 0 // what is said then, the host knows
  if (talk.replies.length === 0 && !isForHost) home(talk) // a button of a journey that is over
  return outcome(talk)
}

const arrive = (talk: Talk) => (talk.open ? talk.resume() : home(talk))

/** Where no journey wants it now, it is a number typed. */
async function takeContact(talk: Talk, contact: SharedContact): Promise<void> {
  if (!(await talk.take(contact))) await think(talk, { text: contact.phone })
}

/** Words that only say what the covered number was: "số căn cước của tôi là …". */
const onlyNames = new Set(
  (
    'so ma the can cuoc cong dan cccd cmnd cmt chung minh thu nhan bhxh bhyt bao hiem xa hoi y te dinh danh tai khoan ' +
    'stk ngan hang otp mat khau cua toi em minh con me bo chong vo bac la day ne nhe nha a ah da vang'
  ).split(' '),
)

/** Numbers nobody should send were covered at the door: kindly say so, then answer the rest. */
async function hear(talk: Talk, { text, found }: Words): Promise<void> {
  const persona = readPersona(text)
  if (persona) talk.remember({ persona })
  if (found.length === 0) return think(talk, { text })
  const what = found.map((kind) => talk.speaker.home(`secret.${kind}`).join(' ')).join(', ')
  const isMore = (fold(text).match(/[a-z]+/g) ?? []).some((word) => !onlyNames.has(word))
  talk.say(talk.speaker.home('masked', { what }), isMore || talk.open ? [] : talk.speaker.offers(['menu']))
  if (isMore) await think(talk, { text })
  else await talk.resume()
}

function outcome({ replies, after, effects, notes, memory, understood }: Talk): Taken {
  return { replies, after, effects, notes, memory, understood }
}
