import { dayInVietNam, instantInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import type { OpenLead, Standing } from '../../../leads/lead-record.ts'
import type { Clock } from '../../../ports.ts'
import type { LeadStore } from '../../../work-ports.ts'
import type { Db } from '../database/schema.ts'
import type { JobBox } from '../job-box.ts'
import { fulfilWish } from './citizen-wish.ts'
import { agentsCovering, desksOf } from './agents-covering.ts'
import { openDetails, openMeetingCode } from './lead-details.ts'
import type { GiveOnParts } from './give-on.ts'
import { keepTime } from './keep-time.ts'
import { leadStory } from './lead-story.ts'
import { ownerIn } from './owner-columns.ts'
import { noteTemplate, readyToTell, writeTelling } from './lead-telling.ts'
import type { Ears } from '../ears.ts'
import type { People } from '../people.ts'
import { belowTargetOf } from '../targets.ts'
import type { Vault } from '../sealing/vault.ts'

export interface LeadStoreParts {
  readonly db: Db
  readonly people: People
  readonly vault: Vault
  readonly jobs: JobBox
  readonly clock: Clock
  readonly officeFor: GiveOnParts['officeFor']
  readonly ears: Ears
}

export function openLeadStore(parts: LeadStoreParts): LeadStore {
  const { db, clock } = parts
  return {
    standing: (person, phone) => standing(parts, person, phone),
    agents: (commune) => agentsCovering(db, commune, dayInVietNam(clock.now())),
    belowTarget: (agents, programme) =>
      belowTargetOf(
        db,
        agents.map(({ id }) => id),
        { programme, today: dayInVietNam(clock.now()) },
      ),
    desks: (commune) => desksOf(db, commune),
    story: (code) => leadStory(db, code),
    readyToTell: (lead) => readyToTell(parts, lead),
    wish: (person, what) => fulfilWish(parts, person, what),
    keepTime: () => keepTime(parts),
    templateTried: (lead, isTried) => noteTemplate(parts, lead, isTried),
    told: (lead, how) => writeTelling(parts, lead, how),
  }
}

async function standing(
  { db, people, vault, clock }: LeadStoreParts,
  person: string,
  phone: string | undefined,
): Promise<Standing> {
  const hash = phone === undefined ? undefined : vault.hash('phone', phone)
  const today = instantInVietNam(dayInVietNam(clock.now()), 0)
  const leads = db.selectFrom('lead')
  const left = await leads
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', person)
    .where('captured_at', '>=', today)
    .executeTakeFirstOrThrow()
  const blocked = db.selectFrom('blocked_phone').select('since').where('person_id', '=', person)
  const isBlocked =
    hash !== undefined && (await blocked.where('phone_hash', '=', hash).executeTakeFirst()) !== undefined
  const elsewhere = leads.select('id').where('person_id', '<>', person).where('state', '<>', 'closed')
  const other =
    hash === undefined ? undefined : await elsewhere.where('phone_hash', '=', hash).executeTakeFirst()
  const openLeads = await openOf(db, people, person)
  return { openLeads, leftToday: Number(left.count), isBlocked, openElsewhere: other?.id }
}

async function openOf(db: Db, people: People, person: string): Promise<readonly OpenLead[]> {
  const rows = await db
    .selectFrom('lead')
    .innerJoin('person', 'person.id', 'lead.person_id')
    .leftJoin('agent', 'agent.id', 'lead.agent_id')
    .selectAll('lead')
    .select(['person.wrapped_key', 'agent.name as agent_name', 'agent.organisation as agent_organisation'])
    .where('person_id', '=', person)
    .where('lead.state', '<>', 'closed')
    .orderBy('captured_at', 'desc')
    .execute()
  return rows.map((row) => {
    const key = people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key })
    const { forWhom, phone } = openDetails(key, row.sealed_details)
    return {
      ...{ id: row.id, code: row.code, capturedAt: row.captured_at, priority: row.priority },
      ...{ acceptBefore: row.accept_before, callBefore: row.call_before, forWhom, phone },
      owner: ownerIn(row),
      meetingCode: openMeetingCode(key, row.sealed_meeting_code),
    }
  })
}
