import type { Transaction } from 'kysely'
import { timingSafeEqual } from 'node:crypto'
import type { CodeCompared } from '../../../leads/trust-desk.ts'
import { writeNotices } from '../commit-effects.ts'
import type { Database } from '../database/schema.ts'
import { openMeetingCode } from './lead-details.ts'
import type { LeadStoreParts } from './lead-store.ts'
import { newestOpenLead, type NewestLead } from './newest-lead.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>

/** So many wrong codes since the lead came to its owner; then no more are compared. */
const MOST_WRONG = 3

/** One code that somebody said first. A wrong one is a fact of the lead and a notice to the desks; `key`: once only. */
export function compareCode(
  parts: LeadStoreParts,
  person: string,
  code: string,
  key: string,
): Promise<CodeCompared> {
  return parts.db.transaction().execute(async (tx) => {
    const lead = await newestOpenLead(tx, person)
    if (!lead) return 'none'
    const wrongBefore = await wrongCodes(tx, lead, key)
    if (wrongBefore >= MOST_WRONG) return 'too-many'
    const mine = openMeetingCode(
      parts.people.keyIn({ id: person, wrapped_key: lead.wrapped_key }),
      lead.sealed_meeting_code,
    )
    if (isSame(mine, code)) return 'right'
    await alarm(tx, lead, key, parts.clock.now())
    return wrongBefore + 1 >= MOST_WRONG ? 'too-many' : 'wrong'
  })
}

/** Not counting this very message, should its turn be taken again. */
async function wrongCodes(tx: Tx, { id, offered_at }: NewestLead, key: string): Promise<number> {
  const rows = await tx
    .selectFrom('lead_fact')
    .select('key')
    .where('lead_id', '=', id)
    .where('fact', '=', 'wrong-code')
    .where('at', '>=', offered_at)
    .execute()
  return rows.filter((row) => row.key !== key).length
}

function isSame(mine: string, said: string): boolean {
  return mine.length === said.length && mine !== '' && timingSafeEqual(Buffer.from(mine), Buffer.from(said))
}

/** For the commune's officer, and for the supervisor: who was called must be asked at once. */
async function alarm(tx: Tx, lead: NewestLead, key: string, at: Date): Promise<void> {
  const known = tx.selectFrom('lead_fact').select('id').where('lead_id', '=', lead.id).where('key', '=', key)
  if (await known.executeTakeFirst()) return
  await writeFacts(tx, lead.id, [{ fact: 'wrong-code', actor: 'citizen', detail: '' }], { at, key })
  const notice = { kind: 'wrong-meeting-code', detail: lead.commune_code, lead: lead.id } as const
  await writeNotices(tx, lead.person_id, [notice], at)
}
