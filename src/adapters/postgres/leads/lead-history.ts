import type { Transaction } from 'kysely'
import type { LeadFact } from '../../../leads/lead.ts'
import type { LeadEvent } from '../../../leads/my-leads.ts'
import { actorOf, staffIn, type Viewer } from '../../../leads/viewer.ts'
import type { Database } from '../database/schema.ts'
import type { DataKey } from '../sealing/vault.ts'
import type { Held } from './lead-view.ts'

/** What tells the next call something; who looked and when is for the desk. */
const told = [
  'captured',
  'updated',
  'accepted',
  'declined',
  'handed-on',
  'taken-away',
  'given-by-hand',
  'outcome',
  'noted',
  'time-changed',
] as const satisfies readonly LeadFact[]

const program: readonly string[] = ['clock', 'routing']

/** The lead's past for whoever works on it: outcomes, reasons and notes, also of agents before them. */
export async function historyOf(
  tx: Transaction<Database>,
  { id, viewer }: Held,
  key: DataKey,
): Promise<readonly LeadEvent[]> {
  const rows = await tx
    .selectFrom('lead_fact')
    .select(['fact', 'actor', 'detail', 'sealed_note', 'at'])
    .where('lead_id', '=', id)
    .where('fact', 'in', told)
    .orderBy('id')
    .execute()
  return rows.map(({ fact, actor, detail, sealed_note, at }) => ({
    ...{ fact, at, by: whoIs(actor, viewer) },
    detail: fact === 'taken-away' ? '' : detail, // there it is an agent's id
    note: sealed_note === null ? undefined : key.open('lead.note', sealed_note),
  }))
}

function whoIs(actor: string, viewer: Viewer): LeadEvent['by'] {
  if (actor === actorOf(viewer)) return 'me'
  if (staffIn(actor) !== undefined) return 'desk'
  if (actor === 'citizen') return 'citizen'
  return program.includes(actor) || actor.includes(' ') ? 'program' : 'another-agent'
}
