import { sql } from 'kysely'
import { dayInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import { emailHash } from './account-rows.ts'
import type { StaffParts } from './staff-parts.ts'

/** True for a row of `agent` that may work today: not suspended, or only until a day that has passed. */
export const mayWork = ({ clock }: Pick<StaffParts, 'clock'>) =>
  sql<boolean>`(agent.state <> 'suspended' or coalesce(agent.state_until < ${dayInVietNam(clock.now())}, false))`

/** The one agent who may work with this phone (E.164) or e-mail. Two of them: nobody is guessed. */
export async function workingAgent(
  parts: StaffParts,
  at: { readonly phone: string } | { readonly email: string },
): Promise<string | undefined> {
  const agents = parts.db.selectFrom('agent').select('id').where(mayWork(parts)).limit(2)
  const found = await (
    'phone' in at
      ? agents.where('phone_hash', '=', parts.vault.hash('phone', at.phone))
      : agents.where('email_hash', '=', emailHash(parts, at.email))
  ).execute()
  return found.length === 1 ? found[0]?.id : undefined
}
