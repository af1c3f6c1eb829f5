import type { AgentClue, Effect, LeadWish } from '../conversation/effect.ts'
import type { AgentVerdict, Found, PointsThere } from '../conversation/found.ts'
import { fold } from '../conversation/fold.ts'
import { plainCard } from '../conversation/read-agent-clue.ts'
import { readPhone } from '../conversation/read-phone.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Bot, LeadPromise } from '../conversation/turn.ts'
import { promiseAt } from '../hand-over/hand-over.ts'
import type { DemoPlaces } from '../places/place-files.ts'
import type { CodeCompared } from '../leads/trust-desk.ts'
import { isLookUp, type LookUp } from '../conversation/look-ups.ts'
import { demoPromise, type DemoMoment } from './demo-promise.ts'

const patience = { answerMinutes: 30 }
const DEMO_RECEIPT = 'DLMAU0000000'
const MOST_WRONG = 3
const MOST_POINTS = 3

/** The host of a talk without a store: what it promised lives as long as the talk, nothing is kept, nobody is called. */
export interface DemoDesk {
  replies(effect: Effect, moment: DemoMoment): readonly Reply[]
  /** The call is over: how was it? Nothing when there was none. */
  callOver(): readonly Reply[]
}

export function openDemoDesk(bot: Bot, demo: DemoPlaces): DemoDesk {
  return new TalkDesk(bot, demo)
}

class TalkDesk implements DemoDesk {
  readonly #bot: Bot
  readonly #demo: DemoPlaces
  #lead: LeadPromise | undefined
  #over: LeadPromise | undefined // the call has been made
  #wrong = 0

  constructor(bot: Bot, demo: DemoPlaces) {
    this.#bot = bot
    this.#demo = demo
  }

  callOver(): readonly Reply[] {
    this.#over = this.#lead
    this.#lead = undefined
    return this.#over ? this.#bot.askRating(this.#over) : []
  }

  replies(effect: Effect, moment: DemoMoment): readonly Reply[] {
    const bot = this.#bot
    if (isLookUp(effect)) return bot.sayFound(this.#found(effect))
    switch (effect.do) {
      case 'call-a-person':
        return effect.reason === 'asked' ? bot.sayHandOver(promiseAt(moment.office, moment.at, patience)) : []
      case 'leave-person':
      case 'report-scam':
        return []
      case 'show-my-data':
        return bot.sayHeld({ leads: [], consents: [] })
      case 'data-request':
        return bot.sayRequested({ kind: effect.kind, code: DEMO_RECEIPT, today: moment.today })
      case 'about-lead':
        return this.#aboutLead(effect.what)
      case 'capture-lead':
        this.#lead = demoPromise(effect, this.#demo, moment)
        return bot.sayPromise(this.#lead)
    }
  }

  #aboutLead(what: LeadWish): readonly Reply[] {
    const about = what.startsWith('rate') ? this.#over : this.#lead
    if (!about) return this.#bot.sayAboutLead('none')
    if (what === 'cancel') this.#lead = undefined
    return [...(what === 'status' ? this.#bot.sayPromise(about) : []), ...this.#bot.sayAboutLead(what)]
  }

  #found(effect: LookUp): Found {
    switch (effect.do) {
      case 'verify-agent':
        return { kind: 'agent', clue: effect.clue, verdict: verifyIn(this.#demo, effect.clue) }
      case 'check-meeting-code':
        return { kind: 'meeting-code', verdict: this.#compare(effect.code) }
      case 'change-call-time':
        return { kind: 'call-time', bestTime: effect.bestTime, promise: this.#lead }
      case 'find-points':
        return { kind: 'points', commune: effect.commune, ...pointsIn(this.#demo, effect.commune.code) }
    }
  }

  #compare(code: string): CodeCompared {
    if (!this.#lead) return 'none'
    if (this.#wrong >= MOST_WRONG) return 'too-many'
    if (code === this.#lead.meetingCode) return 'right'
    this.#wrong += 1
    return this.#wrong >= MOST_WRONG ? 'too-many' : 'wrong'
  }
}

/** The same rules as in the store, on the few invented agents. */
function verifyIn({ agents, points }: DemoPlaces, { name, phone, card }: AgentClue): AgentVerdict {
  const open = new Set(points.flatMap(({ id, status }) => (status === 'active' ? [id] : [])))
  const fits = agents.map((agent) => ({
    agent,
    said: [
      name === undefined || fold(agent.name) === fold(name),
      phone === undefined || readPhone(agent.phone)?.e164 === phone,
      card === undefined || plainCard(agent.cardNumber) === card,
    ],
  }))
  const [one, another] = fits.filter(({ said }) => said.every(Boolean))
  if (another) return 'several'
  if (one) return one.agent.status === 'active' && open.has(one.agent.point) ? 'active' : 'paused'
  const isPartly = fits.some(({ agent }) =>
    [
      name !== undefined && fold(agent.name) === fold(name),
      phone !== undefined && readPhone(agent.phone)?.e164 === phone,
      card !== undefined && plainCard(agent.cardNumber) === card,
    ].some(Boolean),
  )
  return isPartly ? 'mixed' : 'unknown'
}

function pointsIn({ points, agents, offices }: DemoPlaces, commune: string): PointsThere {
  const covering = new Set(
    agents.filter(({ communes }) => communes.includes(commune)).map(({ point }) => point),
  )
  const open = points.filter(({ status }) => status === 'active')
  const there = open.filter((point) => point.commune === commune)
  const near = open.filter((point) => point.commune !== commune && covering.has(point.id))
  return {
    points: [...there, ...near].slice(0, MOST_POINTS),
    office: offices.find(({ communes }) => communes.includes(commune)),
  }
}
