import type { Transaction } from 'kysely'
import type { LeadView } from '../../leads/lead.ts'
import type { DeskParts } from './agent-desk.ts'
import { writeFacts } from './commit-effects.ts'
import type { Database } from './database/schema.ts'
import { openDetails } from './lead-details.ts'
import type { DataKey } from './sealing/vault.ts'

type Parts = Pick<DeskParts, 'vault' | 'clock'>

/** The lead a browser session stands for, locked while the agent acts on it. */
export type Held = NonNullable<Awaited<ReturnType<typeof holdLead>>>

export function holdLead(tx: Transaction<Database>, { vault, clock }: Parts, session: string) {
  return tx
    .selectFrom('agent_session as s')
    .innerJoin('lead as l', 'l.id', 's.lead_id')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .select(['s.agent_id as viewer', 'l.id', 'l.code', 'l.state', 'l.agent_id', 'l.person_id'])
    .select([
      'l.commune_code',
      'l.call_before',
      'l.sealed_details',
      'l.outcome',
      'l.outcome_at',
      'p.wrapped_key',
    ])
    .where('s.token_hash', '=', vault.hash('token', session))
    .where('s.expires_at', '>', clock.now())
    .forUpdate('l')
    .executeTakeFirst()
}

/** Whether the lead is (still) this agent's. */
export function isTheirs({ viewer, agent_id }: Held): boolean {
  return viewer === agent_id
}

/** Looking is a fact of the lead too: who saw this phone number, and when, is answered by reading them. */
export async function viewLead(parts: DeskParts, session: string): Promise<LeadView | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const held = await holdLead(tx, parts, session)
    return held && showLead(tx, parts, held)
  })
}

/** What this agent may see now, written down as seen. */
export async function showLead(tx: Transaction<Database>, parts: Parts, held: Held): Promise<LeadView> {
  const view = leadView(held, parts.vault.openKey(held.wrapped_key))
  const fact = view.phone === undefined ? 'viewed' : 'phone-shown'
  await writeFacts(tx, held.id, [{ fact, actor: held.viewer, detail: '' }], parts.clock.now())
  return view
}

function leadView(held: Held, key: DataKey): LeadView {
  const { addressAs, forWhom, commune, programme, bestTime, explained, quote, phone } = openDetails(
    key,
    held.sealed_details,
  )
  const state = isTheirs(held) ? stateShown(held.state) : 'declined'
  const isWorking = state === 'accepted' || state === 'closed'
  return {
    code: held.code,
    state,
    addressAs,
    forWhom,
    commune: commune.name,
    programme,
    bestTime,
    callBefore: held.call_before,
    explained: state === 'declined' ? [] : explained,
    ...(quote && state !== 'declined' && { quote }),
    ...(isWorking && { phone }),
    ...(held.outcome && held.outcome_at && { outcome: { kind: held.outcome, at: held.outcome_at } }),
  }
}

/** An unassigned lead has no agent, so it is never anyone's own. */
function stateShown(state: Held['state']): LeadView['state'] {
  return state === 'unassigned' ? 'declined' : state
}
