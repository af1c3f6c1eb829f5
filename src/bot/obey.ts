import type { LeadWish } from '../conversation/effect.ts'
import { payload } from '../conversation/meant-by.ts'
import { turnAway } from './grievance.ts'
import { leadOn } from './lead-on.ts'
import { noteVerdict } from './note-question.ts'
import type { Talk } from './talk.ts'
import { why, whyMore } from './why.ts'

/** Where the menu leads, five buttons at most: more, and Zalo shows only numbers. */
const menu = ['sums', 'checks', 'find-collection-point', 'request-callback', 'person']

/** The menus below it. */
const menus: ReadonlyMap<string, readonly string[]> = new Map([
  ['sums', ['contribution-quote', 'household-health-quote']],
  ['checks', ['pension-check', 'lump-sum-check', 'unemployment-check', 'voluntary-checks', 'health-checks']],
  ['voluntary-checks', ['voluntary-check', 'support-check', 'maternity-check', 'checks']],
  ['health-checks', ['household-check', 'health-group-check', 'checks']],
])

/** What people ask of the lead they left: the host answers, it knows the lead. */
const leadWishes: ReadonlyMap<string, LeadWish> = new Map([
  ['call-status', 'status'],
  ['cancel-call', 'cancel'],
  ['wrong-code', 'wrong-code'],
  ['rate-good', 'rate-good'],
  ['rate-fair', 'rate-fair'],
  ['rate-bad', 'rate-bad'],
])

/** Words that mean the same everywhere, and buttons that lead somewhere. */
export async function obey(talk: Talk, where: string): Promise<void> {
  const wish = leadWishes.get(where)
  if (!wish) return obeyWord(talk, where)
  talk.remember({ misses: 0 })
  talk.follow({ do: 'about-lead', what: wish })
}

const explanations: ReadonlyMap<string, (talk: Talk) => Promise<void>> = new Map([
  ['why', why],
  ['why-so', why],
  ['why-more', whyMore],
])

async function obeyWord(talk: Talk, where: string): Promise<void> {
  if (where !== 'none') talk.remember({ misses: 0 })
  const explain = explanations.get(where)
  if (explain) return explain(talk)
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
      return callPerson(talk)
    case 'helpful':
      noteVerdict(talk, 'helpful')
      talk.sayHome('thanked', ['menu'])
      return talk.resume()
    case 'none':
      return leadOn(talk)
    default:
      return wishes.has(where) ? beginWish(talk, where) : go(talk, where)
  }
}

/** Said outright, a wish about one's own data need not be chosen again. */
const wishes: ReadonlyMap<string, string> = new Map([
  ['withdraw-consent', 'withdraw'],
  ['erase-data', 'erase'],
])

function beginWish(talk: Talk, where: string): Promise<void> {
  return talk.begin('my-data', { kind: 'told', known: { wish: wishes.get(where) } })
}

/** A journey, one of the menus, or the first of them. */
function go(talk: Talk, where: string): Promise<void> | void {
  if (where === 'request-callback' && talk.memory.grievance) return turnAway(talk)
  const below = menus.get(where)
  if (!below) return talk.brain.knowledge.copies.has(where) ? talk.begin(where) : home(talk)
  talk.remember({ dialogs: null })
  talk.sayHome(where, below)
}

export function home(talk: Talk): void {
  talk.remember({ dialogs: null, finished: undefined, grievance: false })
  talk.sayHome('menu', menu)
}

/** What a message about a person of the desk ends with, in the host's words: see `sayHandOver`. */
export const whileWaiting = ['request-callback', 'menu']

/** A person of the desk is to answer here; when is said by the host. A journey that is open stays where it is. */
export function callPerson(talk: Talk): void {
  talk.follow({ do: 'call-a-person', reason: 'asked' })
  talk.sayHome('person')
  talk.remember({ offered: [...talk.speaker.offers(whileWaiting)] })
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
