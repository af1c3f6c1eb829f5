import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import type { Clock } from '../../ports.ts'
import type { Db } from './database/schema.ts'
import { aboutNobody } from './privacy/erase-person.ts'

const DAY_MS = 24 * 3_600_000
/** Platforms repeat a webhook for hours, not weeks; until then a finished event is what its repeat is known by. */
const FINISHED_DAYS = 30
const NOTICE_DAYS = 365
/** So long a picture that could not be sent is kept for another try: a start gives what is younger a second chance. */
const PICTURE_DAYS = 1
/** Who was answered on a day: only so that nobody is counted twice. */
const VISIT_DAYS = 2
/** A lead that is closed so long is of no more use to anyone but for the counts. */
const LEAD_DAYS = 365

/** Rows past any use go, and so do talks nobody has continued for as long as the privacy page promises. */
export async function forgetOld(db: Db, clock: Clock, retentionDays: number): Promise<void> {
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS)
  const finished = daysAgo(Math.min(FINISHED_DAYS, retentionDays))
  const kept = daysAgo(retentionDays)
  await db
    .deleteFrom('inbound_event')
    .where('state', '=', 'done')
    .where('received_at', '<', finished)
    .execute()
  await db
    .deleteFrom('outbox')
    .where('state', 'not in', ['waiting', 'sending'])
    .where('written_at', '<', finished)
    .execute()
  await forgetPictures(db, daysAgo(PICTURE_DAYS))
  await db.deleteFrom('staff_code').where('expires_at', '<', finished).execute()
  await db.deleteFrom('staff_session').where('expires_at', '<', finished).execute()
  await db.deleteFrom('agent_session').where('expires_at', '<', finished).execute()
  await db.deleteFrom('hand_over').where('asked_at', '<', kept).where('closed_at', 'is not', null).execute()
  await db.deleteFrom('consent').where('keep_until', '<', clock.now()).execute()
  await db.deleteFrom('staff_notice').where('at', '<', daysAgo(NOTICE_DAYS)).execute()
  await forgetClosedLeads(db, daysAgo(LEAD_DAYS))
  await db.deleteFrom('talk_source').where('at', '<', kept).execute()
  await db.deleteFrom('session').where('updated_at', '<', kept).execute()
  await db.deleteFrom('question').where('asked_at', '<', kept).execute()
  await db
    .deleteFrom('visit')
    .where('day', '<', dayInVietNam(daysAgo(VISIT_DAYS)))
    .execute()
  await db.deleteFrom('dead_letter').where('at', '<', kept).execute()
  await db.deleteFrom('inbound_event').where('state', '=', 'dead').where('received_at', '<', kept).execute()
}

/** One that was given up goes, and with its words the way to try it once more. */
async function forgetPictures(db: Db, before: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ sealed_picture: null, sealed_reply: null })
    .where('sealed_picture', 'is not', null)
    .where('state', '=', 'our-fault')
    .where('written_at', '<', before)
    .execute()
}

/** What they told goes; the row stays for the counts, about nobody. */
async function forgetClosedLeads(db: Db, before: Date): Promise<void> {
  const old = db.selectFrom('lead').select('id').where('state', '=', 'closed').where('closed_at', '<', before)
  await db.updateTable('lead_fact').set({ sealed_note: null }).where('lead_id', 'in', old).execute()
  await db
    .updateTable('lead')
    .set(aboutNobody)
    .where('id', 'in', old)
    .where('person_id', 'is not', null)
    .execute()
}
