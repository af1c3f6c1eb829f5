import { recompute } from '../policy/compute.ts'
import { payload } from '../conversation/meant-by.ts'
import { leadOn } from './lead-on.ts'
import { noteVerdict } from './note-question.ts'
import type { Talk } from './talk.ts'

/** Where the menu leads. */
const menu = [
  'contribution-quote',
  'household-health-quote',
  'find-collection-point',
  'request-callback',
  'person',
]

/** Words that mean the same everywhere, and buttons that lead somewhere. */
export async function obey(talk: Talk, where: string): Promise<void> {
  if (where !== 'none') talk.remember({ misses: 0 })
  switch (where) {
    case 'cancel':
      return cancel(talk)
    case 'back':
      return back(talk)
    case 'edit':
      return edit(talk)
    case 'stop':
      talk.remember({ dialogs: null })
      return talk.sayHome('stopped')
    case 'person':
      return offerPerson(talk, 'asked')
    case 'why':
      return why(talk)
    case 'my-data':
      talk.sayHome('my-data')
      return talk.resume()
    case 'helpful':
      noteVerdict(talk, 'helpful')
      talk.sayHome('thanked', ['menu'])
      return talk.resume()
    case 'none':
      return leadOn(talk)
    default:
      return talk.brain.knowledge.copies.has(where) ? talk.begin(where) : home(talk)
  }
}

export function home(talk: Talk): void {
  talk.remember({ dialogs: null, finished: undefined })
  talk.sayHome('menu', menu)
}

/** Says how to reach a human; a journey that is open stays open. */
export async function offerPerson(talk: Talk, reason: string): Promise<void> {
  const { open } = talk
  talk.follow({ do: 'call-a-person', reason })
  const isAlreadyAsked = open?.journey.id === 'request-callback'
  talk.sayHome('person', isAlreadyAsked ? [] : ['request-callback'])
  if (isAlreadyAsked) await talk.resume()
}

function cancel(talk: Talk): void {
  const was = talk.open
  talk.remember({ dialogs: null, finished: undefined })
  talk.sayHome(was ? 'cancelled' : 'nothing-to-cancel', menu)
}

async function back(talk: Talk): Promise<void> {
  const { changeable } = talk
  if (!changeable) return home(talk)
  const isFirst = Object.keys(changeable.progress.answers).length === 0
  if (isFirst) talk.say(talk.speaker.home('nothing-to-take-back'))
  await talk.takeBack()
}

/** The answers given so far, as buttons: tapping one asks just that again. */
async function edit(talk: Talk): Promise<void> {
  const { changeable } = talk
  if (!changeable) return home(talk)
  const given = Object.keys(changeable.progress.answers)
  if (given.length === 0) return talk.move({ kind: 'again' })
  const buttons = given.map((name) => ({
    label: talk.speaker.journey(changeable.journey.id, [`edit.${name}`], {}).join(' '),
    payload: payload.edit(name),
  }))
  talk.say(talk.speaker.home('edit'), buttons)
}

/** "Vì sao ra số này?": the steps of the sum shown last, one a line, worked out again from its receipt. */
async function why(talk: Talk): Promise<void> {
  const { quote } = talk.memory
  const again = quote && recompute(quote.receipt)
  if (!again || again.answer.kind === 'refused') {
    return talk.sayHome('why.none', ['contribution-quote', 'household-health-quote'])
  }
  const steps = again.answer.steps.map(({ what, value, act }, i) => {
    const source = act === undefined ? '' : ` (${act})`
    return `${i + 1}. ${what}${what.includes('×') ? ' =' : ':'} ${value}${source}`
  })
  talk.say(
    [[...talk.speaker.home('why.first'), ...steps].join('\n')],
    talk.speaker.offers(['edit', 'request-callback', 'menu']),
  )
  await talk.resume()
}
