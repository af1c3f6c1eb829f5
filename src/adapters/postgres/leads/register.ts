import type { Transaction } from 'kysely'
import { fold } from '../../../conversation/fold.ts'
import type { AgentEntry, PointEntry, Register } from '../../../leads/register.ts'
import type { Day } from '../../../policy/values.ts'
import type { Database } from '../database/schema.ts'
import type { Vault } from '../sealing/vault.ts'
import { addLeave, setQuiet } from './agent-times.ts'
import { putOfficers, putOffices } from './commune-desks.ts'
import { groupsOf } from './groups-of.ts'
import { readRegister } from './read-register.ts'
import { setAgent, setPoint, type StandingParts } from './set-standing.ts'

type Tx = Transaction<Database>

export type RegisterParts = StandingParts

const DEFAULT_CAPACITY = 20

export function openRegister(parts: RegisterParts): Register {
  const { db, clock } = parts
  return {
    put: ({ points = [], offices = [], agents = [], officers = [] }) =>
      db.transaction().execute(async (tx) => {
        for (const group of groupsOf(points)) await putPoints(tx, group, clock.now())
        for (const group of groupsOf(offices)) await putOffices(tx, group)
        for (const group of groupsOf(agents)) await putAgents(tx, parts, group)
        for (const group of groupsOf(officers)) await putOfficers(tx, group)
      }),
    all: () => readRegister(parts),
    cover: (entries) =>
      db.transaction().execute((tx) =>
        setCoverage(
          tx,
          entries.map(({ agent, communes }) => ({ id: agent, communes })),
        ),
      ),
    setAgent: (agent, standing, by) => setAgent(parts, agent, standing, by),
    setPoint: (point, standing, by) => setPoint(parts, point, standing, by),
    addLeave: (agent, leave, by) => addLeave(parts, agent, leave, by),
    async cancelLeave(id) {
      await db.updateTable('agent_leave').set({ cancelled_at: clock.now() }).where('id', '=', id).execute()
    },
    setQuiet: (agent, quiet) => setQuiet(db, agent, quiet),
  }
}

async function putPoints(tx: Tx, points: readonly PointEntry[], now: Date): Promise<void> {
  const rows = points.map(({ commune, standing, ...rest }) => ({
    ...rest,
    commune_code: commune,
    ...standingColumns(standing, now),
  }))
  await tx
    .insertInto('collection_point')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((given) => ({
        name: given.ref('excluded.name'),
        organisation: given.ref('excluded.organisation'),
        commune_code: given.ref('excluded.commune_code'),
        address: given.ref('excluded.address'),
        hours: given.ref('excluded.hours'),
        state: given.ref('excluded.state'),
        state_until: given.ref('excluded.state_until'),
        state_reason: given.ref('excluded.state_reason'),
      })),
    )
    .execute()
}

/** The three columns of a standing, beside the state itself. */
function standingColumns<S>(
  standing: { state: S; reason?: string | undefined; until?: Day | undefined },
  now: Date,
) {
  const { state, reason = '', until } = standing
  return { state, state_since: now, state_until: until ?? null, state_reason: reason }
}

async function putAgents(
  tx: Tx,
  { vault, clock }: RegisterParts,
  agents: readonly AgentEntry[],
): Promise<void> {
  const ids = agents.map(({ id }) => id)
  const known = await tx.selectFrom('agent').select(['id', 'wrapped_key']).where('id', 'in', ids).execute()
  const keys = new Map(known.map(({ id, wrapped_key }) => [id, wrapped_key]))
  const rows = agents.map((agent) =>
    agentRow(vault, agent, keys.get(agent.id) ?? vault.newKey(), clock.now()),
  )
  await tx
    .insertInto('agent')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((given) => ({
        name: given.ref('excluded.name'),
        folded_name: given.ref('excluded.folded_name'),
        organisation: given.ref('excluded.organisation'),
        state: given.ref('excluded.state'),
        state_until: given.ref('excluded.state_until'),
        state_reason: given.ref('excluded.state_reason'),
        trained_until: given.ref('excluded.trained_until'),
        capacity: given.ref('excluded.capacity'),
        quiet_from: given.ref('excluded.quiet_from'),
        quiet_until: given.ref('excluded.quiet_until'),
        sealed_phone: given.ref('excluded.sealed_phone'),
        phone_hash: given.ref('excluded.phone_hash'),
        sealed_email: given.ref('excluded.sealed_email'),
        email_hash: given.ref('excluded.email_hash'),
        card_number: given.ref('excluded.card_number'),
        point_id: given.ref('excluded.point_id'),
      })),
    )
    .execute()
  await setCoverage(tx, agents)
}

async function setCoverage(tx: Tx, agents: readonly Pick<AgentEntry, 'id' | 'communes'>[]): Promise<void> {
  if (agents.length === 0) return
  const ids = agents.map(({ id }) => id)
  const known = await tx.selectFrom('agent').select('id').where('id', 'in', ids).execute()
  const there = new Set(known.map(({ id }) => id))
  await tx.deleteFrom('agent_commune').where('agent_id', 'in', ids).execute()
  const rows = agents
    .filter(({ id }) => there.has(id))
    .flatMap(({ id, communes }) => communes.map((commune_code) => ({ agent_id: id, commune_code })))
  for (const group of groupsOf(rows)) await tx.insertInto('agent_commune').values(group).execute()
}

function agentRow(vault: Vault, agent: AgentEntry, wrapped_key: string, now: Date) {
  const { id, name, organisation, phone, email, cardNumber, point, standing, trainedUntil, quiet } = agent
  const key = vault.openKey(wrapped_key)
  return {
    ...{ id, name, organisation, wrapped_key, card_number: cardNumber, point_id: point },
    ...standingColumns(standing, now),
    folded_name: fold(name),
    trained_until: trainedUntil ?? null,
    capacity: agent.capacity ?? DEFAULT_CAPACITY,
    quiet_from: quiet?.from ?? null,
    quiet_until: quiet?.until ?? null,
    sealed_phone: key.seal('agent.phone', phone),
    phone_hash: vault.hash('phone', phone),
    sealed_email: email === undefined ? null : key.seal('agent.email', email),
    email_hash: email === undefined ? null : vault.hash('email', email.toLowerCase()),
  }
}
