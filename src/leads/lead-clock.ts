import type { Owner } from './agent.ts'
import type { LeadState } from './lead.ts'
import type { Deadlines } from './lead-record.ts'

/** Where a lead stands in time. */
export interface Timing extends Deadlines {
  readonly state: LeadState
  readonly owner: Owner['kind']
  readonly offeredAt: Date
  readonly acceptedAt: Date | undefined
  readonly firstCallAt: Date | undefined
  readonly remindedAt: Date | undefined
  readonly reassigned: number // because its time ran out
  readonly supervisorToldAt: Date | undefined
}

/**
 * What is due: a reminder halfway; the next agent when time has run out, once; then the desks above the agents, and a
 * supervisor hears of it.
 */
export type Due = 'nothing' | 'remind' | 'reassign' | 'supervisor'

/** So many times a lead may run out of time with an agent before it leaves the agents. */
const MOST_LATE = 1

export function dueOf(timing: Timing, now: Date): Due {
  const limit = limitOf(timing)
  if (!limit) return 'nothing'
  if (now >= limit.until) return ranOut(timing)
  const isReminded = timing.remindedAt !== undefined && timing.remindedAt >= limit.from
  const half = (limit.from.getTime() + limit.until.getTime()) / 2
  return timing.owner === 'agent' && !isReminded && now.getTime() >= half ? 'remind' : 'nothing'
}

/** What its limits are read from. */
type Limited = Omit<Timing, 'remindedAt' | 'reassigned' | 'supervisorToldAt'>

/** Its time ran out before anybody called. */
export function isLate(timing: Limited, now: Date): boolean {
  const limit = limitOf(timing)
  return limit !== undefined && now >= limit.until
}

/** Until when what: accepting first, then the first call. Somebody who was called waits for nothing by the clock. */
function limitOf({ state, owner, offeredAt, acceptedAt, firstCallAt, acceptBefore, callBefore }: Limited) {
  if (state === 'closed' || firstCallAt !== undefined) return undefined
  const isAccepting = state === 'offered' && owner === 'agent'
  return isAccepting
    ? { from: offeredAt, until: acceptBefore }
    : { from: acceptedAt ?? offeredAt, until: callBefore }
}

/** A desk that is late has nobody after it: its supervisor hears, once. */
function ranOut({ owner, reassigned, supervisorToldAt }: Timing): Due {
  if (owner === 'agent') return reassigned < MOST_LATE ? 'reassign' : 'supervisor'
  return supervisorToldAt === undefined ? 'supervisor' : 'nothing'
}
