import type { Transaction } from 'kysely'
import type { CommuneGiven, CommuneSet } from '../../../leads/lead-desk.ts'
import { actorOf } from '../../../leads/viewer.ts'
import type { Database } from '../database/schema.ts'
import { type ActParts, isKnown } from './act-on-lead.ts'
import { giveOn } from './give-on.ts'
import { openDetails, sealDetails } from './lead-details.ts'
import type { Held } from './lead-view.ts'
import { nameOf, settleNotices } from './settle-notices.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>

/**
 * A lead whose commune nobody knew is from somewhere: whoever called writes it down. It stays with the desk, to be given by
 * hand, or goes to whom the rules choose there.
 */
export async function setCommune(
  tx: Tx,
  parts: ActParts,
  held: Held,
  { commune, route, key }: CommuneGiven & { readonly key: string },
): Promise<CommuneSet> {
  if (await isKnown(tx, held.id, key)) return 'repeated'
  if (held.commune_code !== '') return 'known-already'
  if (held.state === 'closed' || held.owner === 'agent') return 'not-now'
  const at = parts.clock.now()
  const personKey = parts.vault.openKey(held.wrapped_key)
  const details = { ...openDetails(personKey, held.sealed_details), commune }
  const columns = { commune_code: commune.code, sealed_details: sealDetails(personKey, details) }
  await tx.updateTable('lead').set(columns).where('id', '=', held.id).execute()
  const fact = { fact: 'commune-set', actor: actorOf(held.viewer), detail: commune.code } as const
  if (!route) {
    await writeFacts(tx, held.id, [fact], { at, key })
    return 'done'
  }
  await settleNotices(tx, held.id, { by: await nameOf(tx, held.viewer), how: `đã ghi ${commune.name}`, at })
  const noAgent = held.phone_hash === null ? 'chat-only' : undefined
  await giveOn(tx, parts, { ...held, commune_code: commune.code }, { fact, key, noAgent })
  return 'done'
}
