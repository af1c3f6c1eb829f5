import { sql } from 'kysely'
import type { ChannelName, Correspondent, DataRequests, Observation, Observer } from '../../ports.ts'
import { byTheirWords, type Known } from './echo-by-words.ts'
import { inGroups } from './in-groups.ts'
import type { OutboxParts } from './outbox.ts'
import { noticeArrived } from './leads/agent-notice.ts'
import { notePersonSpoke } from './note-person-spoke.ts'
import { openZaloQuotas } from './zalo-quotas.ts'
import { AT_ONCE, putOutbound } from './put-outbound.ts'

type Erase = Extract<Observation, { readonly kind: 'erase' }>
type Echo = Extract<Observation, { readonly kind: 'echo' }>

const CALLS_AT_ONCE = 50
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Notes what platforms tell about our own messages; calls at the same moment share a statement. */
export function openObserver(parts: OutboxParts, requests: DataRequests): Observer {
  const note = inGroups(CALLS_AT_ONCE, async (calls: readonly (readonly Observation[])[]) => {
    await noteEchoes(
      parts,
      calls.flat().filter((one) => one.kind === 'echo'),
    )
    return calls.map(() => undefined)
  })
  return {
    async note(observations) {
      for (const one of observations) if (one.kind === 'echo') parts.ears.heardOf(one.at ?? one.words?.at)
      if (observations.length > 0) await parts.ears.hearing(note(observations))
      for (const one of observations) {
        if (one.kind === 'erase') await register(requests, one)
        if (one.kind === 'person-spoke') await notePersonSpoke(parts, one)
        if (one.kind === 'template-quota') await openZaloQuotas(parts).note(one.desk, one)
        if (one.kind === 'notice-arrived') await noticeArrived(parts, one.trackingId)
        if (one.kind === 'thread-back') await sendHeldBack(parts, one.who)
      }
    },
  }
}

function register(requests: DataRequests, { who, at: askedAt }: Erase): Promise<string> {
  const source = who.channel === 'zalo' ? 'zalo-withdraw' : 'meta-callback'
  return requests.register({ source, subject: who.id, askedAt, mayBe: [who] })
}

/** Their line goes on at once. Looks only: nobody is made by a thread. */
async function sendHeldBack({ db, people, jobs }: OutboxParts, who: Correspondent): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const rows = await tx
      .updateTable('outbox')
      .set({ not_before: AT_ONCE })
      .where('state', '=', 'waiting')
      .where(
        'person_id',
        'in',
        tx.selectFrom('person').select('id').where('lookup', '=', people.lookupOf(who)),
      )
      .returning('person_id')
      .execute()
    const [first] = rows
    if (first) await putOutbound(tx, jobs, [{ person: first.person_id, channel: who.channel }])
  })
}

interface SettledRow {
  readonly person_id: string
  readonly channel: ChannelName
  readonly was_open: boolean
}

/**
 * A message that came back on an echo was sent, whatever its own call said: a lost answer never makes a second one.
 * Whoever waited behind it goes on at once.
 */
async function noteEchoes(parts: OutboxParts, echoes: readonly Echo[]): Promise<void> {
  const { db, jobs, clock } = parts
  const ours = [...byTheirIds(echoes), ...(await byTheirWords(parts, echoes))]
  if (ours.length === 0) return
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<SettledRow>`
      with came as (
        select o.id, o.state, e.mid
        from outbox o join json_to_recordset(${JSON.stringify(ours)}::text::json) as e(id uuid, mid text) on e.id = o.id
        where o.state <> 'sent' for update of o)
      update outbox o set state = 'sent', platform_id = c.mid, failure = null, sealed_reply = null,
        sealed_picture = null, settled_at = ${clock.now()}
      from came c join person p on true
      where o.id = c.id and p.id = o.person_id
      returning o.person_id, p.channel, c.state = 'waiting' as was_open`.execute(tx)
    const freed = rows.filter((row) => row.was_open)
    await putOutbound(
      tx,
      jobs,
      freed.map(({ person_id: person, channel }) => ({ person, channel })),
    )
  })
}

function byTheirIds(echoes: readonly Echo[]): readonly Known[] {
  return echoes.flatMap(({ outboundId: id = '', platformId: mid }) => (uuid.test(id) ? [{ id, mid }] : []))
}
