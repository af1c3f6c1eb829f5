import type { Effect } from '../conversation/effect.ts'
import { minuteInVietNam } from '../conversation/day-in-viet-nam.ts'
import type { LeadPromise } from '../conversation/turn.ts'
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

/** Whom the demo province would give this lead, and by when. */
export function demoPromise(
  effect: Extract<Effect, { do: 'capture-lead' }>,
  demo: DemoPlaces,
  { at, today, leadCode, office }: DemoMoment,
): LeadPromise {
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
  return { leadCode, addressAs, callBefore, caller: callerOf(owner), meetingCode: '0000', byChat }
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
