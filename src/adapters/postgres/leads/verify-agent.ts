import { sql } from 'kysely'
import type { AgentClue } from '../../../conversation/effect.ts'
import type { AgentVerdict } from '../../../conversation/found.ts'
import { fold } from '../../../conversation/fold.ts'
import type { Day } from '../../../policy/values.ts'
import type { Db } from '../database/schema.ts'
import type { Vault } from '../sealing/vault.ts'

interface Row {
  readonly named: boolean
  readonly phoned: boolean
  readonly carded: boolean
  readonly works: boolean
}

/**
 * All that was said must belong to one agent. Who is suspended, away, or sits at a point that is not open does not work
 * now; a state with a last day is over on the day after. Retired agents' rows are simply not there.
 */
export async function verifyAgent(
  { db, vault }: { readonly db: Db; readonly vault: Vault },
  { name, phone, card }: AgentClue,
  today: Day,
): Promise<AgentVerdict> {
  const folded = name === undefined ? null : fold(name)
  const hash = phone === undefined ? null : vault.hash('phone', phone)
  const plain = card ?? null
  const { rows } = await sql<Row>`
    select * from (
      select coalesce(a.folded_name = ${folded}::text, false) as named,
        coalesce(a.phone_hash = ${hash}::text, false) as phoned,
        coalesce(upper(regexp_replace(a.card_number, '[^A-Za-z0-9]', '', 'g')) = ${plain}::text, false) as carded,
        (a.state = 'active' or a.state_until < ${today}) and (p.state = 'active' or p.state_until < ${today})
          and not exists (select 1 from agent_leave v where v.agent_id = a.id and v.cancelled_at is null
            and v.from_day <= ${today} and ${today} <= v.until_day) as works
      from agent a join collection_point p on p.id = a.point_id) f
    where named or phoned or carded`.execute(db)
  const said = [
    name !== undefined && 'named',
    phone !== undefined && 'phoned',
    card !== undefined && 'carded',
  ] as const
  const whole = rows.filter((row) => said.every((one) => one === false || row[one]))
  return verdictOf(whole, rows.length > 0 && said.filter(Boolean).length > 1)
}

/** `someFit`: a part of what was said belongs to somebody, and not the rest. */
function verdictOf([one, another]: readonly Row[], someFit: boolean): AgentVerdict {
  if (another) return 'several'
  if (one) return one.works ? 'active' : 'paused'
  return someFit ? 'mixed' : 'unknown'
}
