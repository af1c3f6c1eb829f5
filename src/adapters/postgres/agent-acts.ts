import type { Transaction } from 'kysely'
import { assignLead, callBefore, type Assignment } from '../../leads/assign-lead.ts'
import { assignmentFact } from '../../leads/capture-lead.ts'
import type { FactRecord } from '../../leads/lead-record.ts'
import type { LeadOutcome, LeadView } from '../../leads/lead.ts'
import type { StaffNotice } from '../../work-ports.ts'
import type { DeskParts } from './agent-desk.ts'
import { killLinks } from './agent-link.ts'
import { writeFacts, writeNotices } from './commit-effects.ts'
import type { Database } from './database/schema.ts'
import { agentsCovering } from './lead-store.ts'
import { type Held, holdLead, isTheirs, showLead } from './lead-view.ts'

type Tx = Transaction<Database>

/** How many agents may hand a lead back before the province's desk takes it. */
const MOST_HAND_BACKS = 1

/** Holds the lead, does the act if it is this agent's to do, and shows what there is to see afterwards. */
function act(
  parts: DeskParts,
  session: string,
  when: readonly Held['state'][],
  change: (tx: Tx, held: Held) => Promise<void>,
): Promise<LeadView | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const held = await holdLead(tx, parts, session)
    if (!held) return undefined
    if (!isTheirs(held) || !when.includes(held.state)) return showLead(tx, parts, held)
    await change(tx, held)
    const after = await holdLead(tx, parts, session)
    return after && showLead(tx, parts, after)
  })
}

export function acceptLead(parts: DeskParts, session: string): Promise<LeadView | undefined> {
  return act(parts, session, ['assigned'], async (tx, { id, viewer }) => {
    await tx.updateTable('lead').set({ state: 'accepted' }).where('id', '=', id).execute()
    await writeFacts(tx, id, [{ fact: 'accepted', actor: viewer, detail: '' }], parts.clock.now())
  })
}

/** The next agent gets it, once; then the desk. Either way the citizen hears who calls, and by when. */
export function declineLead(
  parts: DeskParts,
  session: string,
  reason: string,
): Promise<LeadView | undefined> {
  return act(parts, session, ['assigned'], async (tx, { id, viewer, commune_code, person_id }) => {
    const now = parts.clock.now()
    await writeFacts(tx, id, [{ fact: 'declined', actor: viewer, detail: parts.mask(reason) }], now)
    const { assignment, fact } = await nextAgent(tx, id, commune_code)
    await killLinks(tx, id, now)
    await tx
      .updateTable('lead')
      .set({ ...ownerOf(assignment), call_before: callBefore(now), retell: true })
      .where('id', '=', id)
      .execute()
    await writeFacts(tx, id, [fact], now)
    await writeNotices(tx, person_id, noticesOf(assignment, id), now)
    await parts.jobs.put(tx, 'lead-deliver', [{ key: id }])
  })
}

async function nextAgent(
  tx: Tx,
  lead: string,
  commune: string,
): Promise<{ readonly assignment: Assignment; readonly fact: FactRecord }> {
  const backs = await tx
    .selectFrom('lead_fact')
    .select('actor')
    .where('lead_id', '=', lead)
    .where('fact', '=', 'declined')
    .execute()
  if (backs.length > MOST_HAND_BACKS) {
    const fact = { fact: 'unassigned', actor: 'routing', detail: 'handed back twice' } as const
    return { assignment: { kind: 'nobody-covers', considered: [] }, fact }
  }
  const handedBackBy = backs.map(({ actor }) => actor)
  const assignment = assignLead(commune, await agentsCovering(tx, commune), handedBackBy)
  return { assignment, fact: assignmentFact(assignment) }
}

function ownerOf(assignment: Assignment) {
  return assignment.kind === 'assigned'
    ? ({ agent_id: assignment.agent.id, state: 'assigned' } as const)
    : ({ agent_id: null, state: 'unassigned' } as const)
}

function noticesOf({ kind }: Assignment, lead: string): readonly StaffNotice[] {
  return kind === 'assigned' ? [] : [{ kind: 'lead-unassigned', detail: 'handed back', lead }]
}

/** The call goes on after these; every other outcome closes the lead. */
const goOn: readonly LeadOutcome[] = ['not-reached', 'call-again']

export function closeLead(
  parts: DeskParts,
  session: string,
  outcome: LeadOutcome,
): Promise<LeadView | undefined> {
  return act(parts, session, ['accepted', 'closed'], async (tx, { id, viewer, person_id }) => {
    const now = parts.clock.now()
    const state = goOn.includes(outcome) ? 'accepted' : 'closed'
    await tx.updateTable('lead').set({ state, outcome, outcome_at: now }).where('id', '=', id).execute()
    await writeFacts(tx, id, [{ fact: 'outcome', actor: viewer, detail: outcome }], now)
    await writeNotices(tx, person_id, deskMustActOn(outcome, id), now)
  })
}

function deskMustActOn(outcome: LeadOutcome, lead: string): readonly StaffNotice[] {
  if (outcome === 'erase-request') return [{ kind: 'erase-request', detail: 'asked on the phone', lead }]
  if (outcome === 'other-commune') return [{ kind: 'lead-unassigned', detail: outcome, lead }]
  return []
}
