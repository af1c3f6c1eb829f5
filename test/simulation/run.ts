import type { Owner } from '../../src/leads/agent.ts'
import { routeLead, type RoutingQuestion } from '../../src/leads/route-lead.ts'
import type { Trail } from '../../src/leads/trail.ts'
import { dayInVietNam, minuteInVietNam } from '../../src/conversation/day-in-viet-nam.ts'
import type { Living, Province } from './province.ts'
import { seeded, type Chance } from './random.ts'

interface SimulatedLead {
  readonly id: number
  readonly commune: string
  owner: Owner | undefined
  readonly trails: Trail[]
  readonly hadIt: Set<string>
  isOpen: boolean
}

export interface Tally {
  readonly leads: readonly SimulatedLead[]
  readonly suspensions: number
  readonly leaves: number
  readonly reassigned: number
  readonly routings: number
  readonly routingMs: number
}

const START = Date.UTC(2026, 11, 1)
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const DAYS = 30

/** Something that happens at a moment of the month. */
interface Event {
  readonly at: number
  happen(): void
}

/** A month in a province: leads come, agents accept, decline, let time pass and finish; some are suspended or away. */
export function simulate(province: Province, count: number, seed: number, byTarget: boolean): Tally {
  return new Month(province, seeded(seed), byTarget).run(count)
}

class Month {
  readonly #province: Province
  readonly #chance: Chance
  readonly #byTarget: boolean
  readonly #leads: SimulatedLead[] = []
  readonly #events: Event[] = []
  readonly #byId: ReadonlyMap<string, Living>
  #now = START
  #tally = { suspensions: 0, leaves: 0, reassigned: 0, routings: 0, routingMs: 0 }

  constructor(province: Province, chance: Chance, byTarget: boolean) {
    this.#province = province
    this.#chance = chance
    this.#byTarget = byTarget
    this.#byId = new Map(province.agents.map((agent) => [agent.id, agent]))
  }

  run(count: number): Tally {
    const moment = () => START + this.#chance.next() * DAYS * DAY_MS
    for (let id = 0; id < count; id += 1) this.#plan(moment(), () => this.#arrive(id))
    for (let i = 0; i < 90; i += 1) this.#plan(moment(), () => this.#suspendAgent())
    for (let i = 0; i < 60; i += 1) this.#plan(moment(), () => this.#closePoint())
    for (let i = 0; i < 300; i += 1) this.#plan(moment(), () => this.#goAway())
    this.#events.sort((a, b) => b.at - a.at)
    for (let next = this.#events.pop(); next; next = this.#events.pop()) {
      this.#now = next.at
      next.happen()
    }
    return { ...this.#tally, leads: this.#leads }
  }

  #plan(at: number, happen: () => void): void {
    this.#events.push({ at, happen })
  }

  /** While running, the list stays in order: what is due last stands first. */
  #later(minutes: number, happen: () => void): void {
    const at = this.#now + minutes * MINUTE_MS
    let low = 0
    let high = this.#events.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#events[middle]?.at ?? 0) > at) low = middle + 1
      else high = middle
    }
    this.#events.splice(low, 0, { at, happen })
  }

  #arrive(id: number): void {
    const commune = this.#chance.one(this.#province.communes)
    const lead: SimulatedLead = { id, commune, owner: undefined, trails: [], hadIt: new Set(), isOpen: true }
    this.#leads.push(lead)
    this.#route(lead)
  }

  #route(lead: SimulatedLead): void {
    const question = this.#question(lead)
    const before = performance.now()
    const { owner, trail } = routeLead(question)
    this.#tally.routingMs += performance.now() - before
    this.#tally.routings += 1
    lead.owner = owner
    lead.trails.push(trail)
    const agent = owner.kind === 'agent' ? this.#byId.get(owner.id) : undefined
    if (!agent) return
    agent.openLeads += 1
    agent.received += 1
    agent.lastOfferedAt = new Date(this.#now)
    this.#later(this.#chance.between(5, 240), () => this.#answer(lead, agent))
  }

  #question({ commune, hadIt }: SimulatedLead): RoutingQuestion {
    const now = new Date(this.#now)
    const below = (id: string) => {
      const agent = this.#byId.get(id)
      return agent ? Math.max(0, agent.target - agent.joined) : 0
    }
    return {
      ...{ commune, hadIt, agents: this.#province.covering.get(commune) ?? [] },
      ...{ desks: this.#province.desksOf(commune), today: dayInVietNam(now), minute: minuteInVietNam(now) },
      ...(this.#byTarget && { belowTarget: below }),
    }
  }

  /** Most accept; some give it back, some let the time pass: both go on to the next. */
  #answer(lead: SimulatedLead, agent: Living): void {
    if (!this.#isStillTheirs(lead, agent)) return
    if (this.#chance.happens(0.12)) return this.#takeFrom(lead, agent)
    this.#later(this.#chance.between(60, 6 * 24 * 60), () => {
      if (!this.#isStillTheirs(lead, agent)) return
      lead.isOpen = false
      agent.openLeads -= 1
      if (this.#chance.happens(0.2)) agent.joined += 1
    })
  }

  #isStillTheirs({ owner, isOpen }: SimulatedLead, { id }: Living): boolean {
    return isOpen && owner?.kind === 'agent' && owner.id === id
  }

  #takeFrom(lead: SimulatedLead, agent: Living): void {
    lead.hadIt.add(agent.id)
    agent.openLeads -= 1
    this.#tally.reassigned += 1
    this.#route(lead)
  }

  #takeAll(agent: Living): void {
    for (const lead of this.#leads) if (this.#isStillTheirs(lead, agent)) this.#takeFrom(lead, agent)
  }

  #suspendAgent(): void {
    const agent = this.#chance.one(this.#province.agents)
    agent.state = 'suspended'
    this.#tally.suspensions += 1
    this.#takeAll(agent)
    this.#later(this.#chance.between(1, 20) * 24 * 60, () => void (agent.state = 'active'))
  }

  #closePoint(): void {
    const point = this.#chance.one(this.#province.points)
    point.state = 'suspended'
    this.#tally.suspensions += 1
    for (const agent of this.#province.agents) if (agent.point.id === point.id) this.#takeAll(agent)
  }

  #goAway(): void {
    const agent = this.#chance.one(this.#province.agents)
    const until = new Date(this.#now + this.#chance.between(1, 10) * DAY_MS)
    agent.leaves = [...agent.leaves, { from: dayInVietNam(new Date(this.#now)), until: dayInVietNam(until) }]
    this.#tally.leaves += 1
  }
}
