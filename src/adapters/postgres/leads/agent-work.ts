import type { Transaction } from 'kysely'
import type { AgentWork } from '../../../leads/agent-desk.ts'
import type { LeadView } from '../../../leads/lead.ts'
import type { Viewer } from '../../../leads/viewer.ts'
import type { Database, Db } from '../database/schema.ts'
import { actOn, type ActParts, type Tap } from './act-on-lead.ts'
import { holdBySession, holdLead, isTheirs, showLead } from './lead-view.ts'
import { myLeads } from './my-leads.ts'

export interface AgentWorkParts extends ActParts {
  readonly db: Db
}

/** What agents who are signed in do with their leads. */
export function openAgentWork(parts: AgentWorkParts): AgentWork {
  return {
    mine: (agent) => myLeads(parts, agent),
    view: (agent, lead) =>
      parts.db.transaction().execute(async (tx) => {
        const held = await holdLead(tx, { kind: 'agent', id: agent }, lead)
        return held && isTheirs(held) ? showLead(tx, parts, held) : undefined
      }),
    act: (agent, lead, act, key) =>
      parts.db.transaction().execute(async (tx) => {
        const held = await holdLead(tx, { kind: 'agent', id: agent }, lead)
        return held ? actOn(tx, parts, held, { act, key }) : 'not-yours'
      }),
  }
}

/** One act by the browser session of a link, and what there is to see afterwards. */
export function actBySession(
  parts: AgentWorkParts,
  session: string,
  tap: Tap,
): Promise<LeadView | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const held = await holdBySession(tx, parts, session)
    if (!held) return undefined
    await actOn(tx, parts, held, tap)
    return showAfter(tx, parts, held)
  })
}

async function showAfter(
  tx: Transaction<Database>,
  parts: AgentWorkParts,
  { viewer, id }: { readonly viewer: Viewer; readonly id: string },
): Promise<LeadView | undefined> {
  const after = await holdLead(tx, viewer, id)
  return after && showLead(tx, parts, after)
}

export function viewBySession(parts: AgentWorkParts, session: string): Promise<LeadView | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const held = await holdBySession(tx, parts, session)
    return held && showLead(tx, parts, held)
  })
}
