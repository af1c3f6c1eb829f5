import type { Effect } from '../conversation/effect.ts'
import { minuteInVietNam } from '../conversation/day-in-viet-nam.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Bot } from '../conversation/turn.ts'
import { promiseAt } from '../hand-over/hand-over.ts'
import type { OfficeTime } from '../hand-over/office-time.ts'
import type { Agent } from '../leads/agent.ts'
import { callerOf } from '../leads/capture-lead.ts'
import { deadlinesFrom } from '../leads/deadlines.ts'
import { routeLead } from '../leads/route-lead.ts'
import type { DemoPlaces } from '../places/place-files.ts'
import type { Day } from '../policy/values.ts'

/** Where a talk without a store stands: when, and what code its leads get. */
export interface DemoMoment {
  readonly at: Date
  readonly today: Day
  readonly leadCode: string
  readonly office: OfficeTime
}

const patience = { answerMinutes: 30 }

/** What the demo province would say to the effects of a turn: no store, so nothing is kept and nobody is called. */
export function demoReplies(
  bot: Bot,
  effect: Effect,
  demo: DemoPlaces,
  moment: DemoMoment,
): readonly Reply[] {
  switch (effect.do) {
    case 'call-a-person':
      return effect.reason === 'asked' ? bot.sayHandOver(promiseAt(moment.office, moment.at, patience)) : []
    case 'leave-person':
      return []
    case 'show-my-data':
      return bot.sayHeld({ leads: [], consents: [] })
    case 'data-request':
      return bot.sayRequested({ kind: effect.kind, code: DEMO_RECEIPT, today: moment.today })
    case 'about-lead':
      return bot.sayAboutLead(effect.what === 'status' || effect.what === 'cancel' ? 'none' : effect.what)
    case 'capture-lead':
      return promiseFor(bot, effect, demo, moment)
  }
}

const DEMO_RECEIPT = 'DLMAU0000000'

function promiseFor(
  bot: Bot,
  effect: Extract<Effect, { do: 'capture-lead' }>,
  demo: DemoPlaces,
  { at, today, leadCode, office }: DemoMoment,
): readonly Reply[] {
  const { addressAs, commune, phone } = effect.lead
  const { owner } = routeLead({
    commune: commune.code,
    agents: agentsOf(demo).filter(({ communes }) => communes.includes(commune.code)),
    desks: {
      officer: undefined,
      office: demo.offices.find(({ communes }) => communes.includes(commune.code)),
    },
    today,
    minute: minuteInVietNam(at),
    ...(phone === undefined && { noAgent: 'chat-only' as const }),
  })
  const { callBefore } = deadlinesFrom(at, 'normal', office)
  const byChat = phone === undefined
  return bot.sayPromise({
    leadCode,
    addressAs,
    callBefore,
    caller: callerOf(owner),
    meetingCode: '0000',
    byChat,
  })
}

function agentsOf({ agents, points }: DemoPlaces): readonly Agent[] {
  const isOpen = new Set(points.flatMap(({ id, status }) => (status === 'active' ? [id] : [])))
  return agents.map(({ id, name, organisation, communes, status, point, trainedUntil }) => ({
    ...{ id, name, organisation, communes, capacity: Infinity, openLeads: 0, quiet: undefined, leaves: [] },
    state: status === 'active' ? 'active' : 'suspended',
    point: { id: point, state: isOpen.has(point) ? 'active' : 'suspended' },
    trainedUntil: trainedUntil as Day, // the file's own check: written as a day
    lastOfferedAt: undefined,
  }))
}
