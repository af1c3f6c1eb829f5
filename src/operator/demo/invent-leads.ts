import { personas, worries } from '../../conversation/effect.ts'
import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import { alwaysOpen, deadlinesFrom } from '../../leads/deadlines.ts'
import type { LeadState } from '../../leads/lead.ts'
import type { PastLead, PastOutcome } from '../../leads/past-lead.ts'
import type { AgentEntry } from '../../leads/register.ts'
import type { Commune } from '../../places/place.ts'
import type { Chance } from './chance.ts'
import { inventAddress, inventPhone } from './invent-names.ts'

/** Leads of the month: about three for each agent. */
const DEMO_LEADS = 2_800
const DAYS = 30
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const programmes = ['voluntary', 'household-health', 'health']

interface Province {
  readonly communes: readonly Commune[]
  readonly agents: readonly AgentEntry[]
}

/** A month of leads up to `now`, each with what its agent did: the older, the further along. */
export function inventLeads({ communes, agents }: Province, now: Date, chance: Chance): readonly PastLead[] {
  const working = agents.filter(({ standing }) => standing.state === 'active')
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  return Array.from({ length: DEMO_LEADS }, (_, at) => {
    const agent = chance.one(working)
    const code = agent.communes[0] ?? ''
    const place = { code, name: names.get(code) ?? '', province: 'Nghệ An' }
    return inventLead({ at, agent: agent.id, place, now }, chance)
  })
}

interface Given {
  readonly at: number
  readonly agent: string
  readonly place: PastLead['draft']['commune']
  readonly now: Date
}

function inventLead({ at, agent, place, now }: Given, chance: Chance): PastLead {
  const capturedAt = new Date(now.getTime() - Math.floor(chance.next() * DAYS * DAY_MS))
  const acceptedAt = later(capturedAt, chance.next() * 4 * HOUR_MS, now, chance.happens(0.93))
  const outcome = acceptedAt && inventOutcome(acceptedAt, now, chance)
  const fact = (name: PastLead['facts'][number]['fact'], when: Date, detail = '', actor = agent) => [
    { fact: name, actor, detail, at: when },
  ]
  return {
    id: uuidOf(at),
    code: `PM${String(at + 1).padStart(6, '0')}`,
    user: `demo-${at + 1}`,
    agent,
    capturedAt,
    ...deadlinesFrom(capturedAt, 'normal', alwaysOpen),
    meetingCode: String(chance.between(0, 9_999)).padStart(4, '0'),
    draft: {
      forWhom: chance.happens(0.8) ? 'self' : 'parent',
      contact: 'writer',
      addressAs: inventAddress(chance),
      phone: inventPhone('54', at + 1),
      commune: place,
      programme: chance.one(programmes),
      bestTime: chance.one(['morning', 'afternoon', 'evening', 'any'] as const),
      worry: chance.happens(0.5) ? chance.one(worries) : undefined,
      persona: chance.happens(0.5) ? chance.one(personas) : undefined,
      explained: [],
    },
    state: stateOf(acceptedAt, outcome),
    acceptedAt,
    outcome,
    facts: [
      ...fact('captured', capturedAt, '', 'citizen'),
      ...fact('assigned', capturedAt, `agent ${agent}`, 'routing'),
      ...(acceptedAt ? fact('accepted', acceptedAt) : []),
      ...(outcome ? fact('outcome', outcome.at, outcome.kind) : []),
    ],
  }
}

/** What comes of a call a day or so later; what has not been called yet has no outcome. */
function inventOutcome(acceptedAt: Date, now: Date, chance: Chance): PastOutcome | undefined {
  const at = later(acceptedAt, chance.next() * 2 * DAY_MS, now, chance.happens(0.95))
  if (!at) return undefined
  const kind = chance.one([
    ...(['joined', 'joined', 'joined', 'will-join', 'will-join', 'advised', 'advised'] as const),
    ...(['call-again', 'not-reached', 'not-interested', 'not-interested', 'wrong-number'] as const),
  ])
  if (kind !== 'joined') return { kind, at }
  const months = chance.one([1, 3, 6, 12])
  return { kind, at, joined: { programme: chance.one(programmes), months, from: dayInVietNam(at) } }
}

const closing = new Set(['joined', 'not-interested', 'wrong-number'])

function stateOf(acceptedAt: Date | undefined, outcome: PastOutcome | undefined): LeadState {
  if (!acceptedAt) return 'offered'
  if (!outcome) return 'accepted'
  if (outcome.kind === 'not-reached') return 'accepted'
  return closing.has(outcome.kind) ? 'closed' : 'contacted'
}

/** `after` milliseconds later, when that happens at all and is not still to come. */
function later(from: Date, after: number, now: Date, happens: boolean): Date | undefined {
  const at = new Date(from.getTime() + Math.floor(after))
  return happens && at <= now ? at : undefined
}

/** The same lead has the same id every time, so that running the demo again adds none. */
function uuidOf(at: number): string {
  return `de300000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`
}
