import { z } from 'zod'
import { ownerKinds } from '../../../leads/agent.ts'
import type { LeadStory } from '../../../leads/lead-record.ts'
import { noAgentReasons, verdicts, type Trail } from '../../../leads/trail.ts'
import type { Db } from '../database/schema.ts'
import { ownerIn } from './owner-columns.ts'

const trailShape = z.object({
  commune: z.string(),
  considered: z.array(
    z.object({
      agent: z.string(),
      verdict: z.enum(verdicts),
      open: z.number(),
      capacity: z.number(),
      belowTarget: z.number(),
    }),
  ),
  owner: z.enum(ownerKinds),
  ownerId: z.string().optional(),
  noAgent: z.enum(noAgentReasons).optional(),
  byHand: z.literal(true).optional(),
})

/** Everything routing wrote down about a lead, by its code; nothing in it is about the citizen. */
export async function leadStory(db: Db, code: string): Promise<LeadStory | undefined> {
  const lead = await db
    .selectFrom('lead')
    .leftJoin('agent', 'agent.id', 'lead.agent_id')
    .select(['lead.id', 'lead.code', 'lead.state', 'lead.commune_code', 'owner', 'owner_ref', 'owner_name'])
    .select(['agent.name as agent_name', 'agent.organisation as agent_organisation'])
    .where('lead.code', '=', code.toUpperCase())
    .executeTakeFirst()
  if (!lead) return undefined
  const facts = db.selectFrom('lead_fact').select(['at', 'trail']).where('lead_id', '=', lead.id)
  const rows = await facts.where('trail', 'is not', null).orderBy('id').execute()
  const trails = rows.map(({ at, trail }) => ({ at, trail: readTrail(trail ?? '') }))
  const ids = [...new Set(trails.flatMap(({ trail }) => trail.considered.map(({ agent }) => agent)))]
  return {
    ...{ code: lead.code, state: lead.state, commune: lead.commune_code, owner: ownerIn(lead), trails },
    agents: await agentNames(db, ids),
    desks: await deskNames(db, lead.commune_code),
  }
}

function readTrail(json: string): Trail {
  const { ownerId, noAgent, byHand, ...rest } = trailShape.parse(JSON.parse(json))
  return {
    ...rest,
    ...(ownerId !== undefined && { ownerId }),
    ...(noAgent && { noAgent }),
    ...(byHand && { byHand }),
  }
}

async function agentNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('agent').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function deskNames(db: Db, commune: string): Promise<ReadonlyMap<string, string>> {
  const officers = await db
    .selectFrom('commune_desk')
    .select(['officer_id', 'officer_name'])
    .where('commune_code', '=', commune)
    .execute()
  const offices = await db.selectFrom('local_office').select(['id', 'name']).execute()
  return new Map([
    ...offices.map(({ id, name }) => [id, name] as const),
    ...officers.map((one) => [one.officer_id ?? '', one.officer_name ?? ''] as const),
  ])
}
