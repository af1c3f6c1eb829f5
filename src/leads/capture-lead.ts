import type { ConsentGiven, LeadDraft } from '../conversation/effect.ts'
import type { Caller } from '../conversation/turn.ts'
import type { Agent, BelowTarget, CommuneDesks, Owner } from './agent.ts'
import type { Priority } from './lead.ts'
import type { Deadlines, FactRecord, LeadRecord, OpenLead, Standing } from './lead-record.ts'
import { routeLead, type Routed } from './route-lead.ts'
import type { Day } from '../policy/values.ts'

/** What a capture needs to know; `fresh` is the identity the lead gets when it is a new one. */
export interface Capture {
  readonly draft: LeadDraft
  readonly consents: readonly ConsentGiven[]
  readonly at: Date
  readonly today: Day
  readonly minute: number // since midnight in Viet Nam
  readonly fresh: { readonly id: string; readonly code: string; readonly meetingCode: string }
  readonly standing: Standing
  readonly agents: readonly Agent[]
  readonly desks: CommuneDesks
  readonly belowTarget?: BelowTarget
  readonly deadlines: (priority: Priority) => Deadlines
}

export type Captured =
  | { readonly kind: 'kept'; readonly record: LeadRecord }
  /** That phone waits for a call already: the lead it belongs to. */
  | { readonly kind: 'known'; readonly lead: string }
  | { readonly kind: 'refused'; readonly why: 'blocked' | 'too-many-today' }

/** The same wish left again within this time brings the first lead up to date instead of making a second one. */
const REPEAT_WITHIN_HOURS = 24
/** New leads a day from one account. */
const MOST_A_DAY = 2

/** Consent and answers → the lead, who calls, and why them. */
export function captureLead(capture: Capture): Captured {
  const { standing, draft } = capture
  if (standing.isBlocked) return { kind: 'refused', why: 'blocked' }
  const known = standing.openLeads.find((lead) => isSameWish(lead, capture))
  if (known) return { kind: 'kept', record: broughtUpToDate(known, capture) }
  if (draft.phone !== undefined && standing.openElsewhere !== undefined) {
    return { kind: 'known', lead: standing.openElsewhere }
  }
  if (standing.leftToday >= MOST_A_DAY) return { kind: 'refused', why: 'too-many-today' }
  return { kind: 'kept', record: offered(undefined, capture) }
}

/** The same phone, or left within a day for the same person: a corrected number must not become a second call. */
function isSameWish(lead: OpenLead, { draft, at }: Capture): boolean {
  const isRecent = at.getTime() - lead.capturedAt.getTime() <= REPEAT_WITHIN_HOURS * 3_600_000
  return (
    (lead.phone === draft.phone && draft.phone !== undefined) || (isRecent && lead.forWhom === draft.forWhom)
  )
}

/** Whoever has the lead keeps it, as long as routing could still choose them. */
function broughtUpToDate(known: OpenLead, capture: Capture): LeadRecord {
  const { owner } = known
  const keeper = capture.agents.find(({ id }) => owner.kind === 'agent' && id === owner.id)
  const canKeep =
    keeper?.state === 'active' && keeper.point.state === 'active' && capture.draft.phone !== undefined
  if (!canKeep) return offered(known, capture)
  const { draft, consents, at } = capture
  const { id, code, priority, meetingCode, acceptBefore, callBefore } = known
  const fact: FactRecord = { fact: 'updated', actor: 'citizen', detail: '' }
  const kept = { id, code, priority, meetingCode, acceptBefore, callBefore, owner }
  return { ...kept, isNew: false, capturedAt: at, draft, consents, isOffered: false, facts: [fact] }
}

function offered(known: OpenLead | undefined, capture: Capture): LeadRecord {
  const { draft, consents, at, fresh } = capture
  const priority = priorityOf(draft)
  const { owner, trail } = routeLead({ ...capture, commune: draft.commune.code, ...deskOnly(draft) })
  const first: FactRecord = { fact: known ? 'updated' : 'captured', actor: 'citizen', detail: '' }
  return {
    id: known?.id ?? fresh.id,
    code: known?.code ?? fresh.code,
    meetingCode: fresh.meetingCode,
    isNew: known === undefined,
    capturedAt: at,
    priority,
    ...capture.deadlines(priority),
    draft,
    consents,
    owner,
    isOffered: true,
    facts: [first, assignedFact({ owner, trail })],
  }
}

function deskOnly({ phone, commune }: LeadDraft) {
  if (phone === undefined) return { noAgent: 'chat-only' } as const
  return commune.code === '' ? ({ noAgent: 'elsewhere' } as const) : {}
}

/** A card about to run out cannot wait. */
function priorityOf({ worry }: LeadDraft): Priority {
  return worry === 'expiring' ? 'high' : 'normal'
}

/** The fact that says who got the lead, and why them. */
export function assignedFact({ owner, trail }: Routed): FactRecord {
  return { fact: 'assigned', actor: 'routing', detail: ownerName(owner), trail }
}

const ownerName = (owner: Owner) => ('id' in owner ? `${owner.kind} ${owner.id}` : owner.kind)

/** Whoever has the lead, as the citizen is told. */
export function callerOf(owner: Owner): Caller {
  switch (owner.kind) {
    case 'agent':
      return { kind: 'agent', name: owner.name, organisation: owner.organisation }
    case 'commune-officer':
    case 'local-office':
      return { kind: 'office', name: owner.name }
    case 'province-desk':
      return { kind: 'desk' }
  }
}
