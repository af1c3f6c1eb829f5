import { randomUUID } from 'node:crypto'
import type { SignedIn } from '../../../staff/account.ts'
import type { StaffSessions } from '../../../staff/ports.ts'
import type { Role } from '../../../staff/role.ts'
import { after, newToken, type StaffParts, type Tx } from './staff-parts.ts'
import { mayWork } from './working-agents.ts'

/** Hours a session lasts without use, and at most. Agents work from their own phone in the field. */
const lasting: Readonly<Record<Role, { readonly idle: number; readonly most: number }>> = {
  agent: { idle: 14 * 24, most: 60 * 24 },
  'team-lead': { idle: 14 * 24, most: 60 * 24 },
  commune: { idle: 4, most: 12 },
  officer: { idle: 4, most: 12 },
  admin: { idle: 1, most: 12 },
}

/** So often at most its use is written down. */
const NOTE_EVERY_MS = 60_000

export function openStaffSessions(parts: StaffParts): StaffSessions {
  const { db } = parts
  return {
    open: (account, device) => openSession(parts, account, device),
    find: (token) => findSession(parts, token),
    async list(account) {
      const rows = await db
        .selectFrom('staff_session')
        .select(['id', 'device', 'created_at', 'seen_at'])
        .where('staff_id', '=', account)
        .where('expires_at', '>', parts.clock.now())
        .where('idle_until', '>', parts.clock.now())
        .orderBy('seen_at', 'desc')
        .execute()
      return rows.map(({ id, device, created_at, seen_at }) => ({
        id,
        device,
        since: created_at,
        seenAt: seen_at,
      }))
    },
    async end(account, session) {
      await db.deleteFrom('staff_session').where('staff_id', '=', account).where('id', '=', session).execute()
    },
    endAll: (account) => db.transaction().execute((tx) => endSessions(tx, account)),
  }
}

export async function endSessions(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('staff_session').where('staff_id', '=', account).execute()
}

/** Always a new token: one that was in the browser before signing in never becomes a session. */
async function openSession(
  { db, vault, clock }: StaffParts,
  account: string,
  device: string,
): Promise<string> {
  const now = clock.now()
  const token = newToken()
  const { role } = await db
    .selectFrom('staff')
    .select('role')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  await db.deleteFrom('staff_session').where('expires_at', '<', now).execute()
  await db
    .insertInto('staff_session')
    .values({
      ...{ id: randomUUID(), token_hash: vault.hash('token', token), staff_id: account, device },
      ...{ created_at: now, seen_at: now },
      idle_until: after(now, lasting[role].idle),
      expires_at: after(now, lasting[role].most),
    })
    .execute()
  await db.updateTable('staff').set({ seen_at: now }).where('id', '=', account).execute()
  return token
}

async function findSession(parts: StaffParts, token: string): Promise<SignedIn | undefined> {
  const { db, vault, clock } = parts
  const now = clock.now()
  const row = await db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .leftJoin('agent', 'agent.id', 'staff.agent_id')
    .select(['staff.id', 'login', 'staff.name', 'role', 'agent_id', 'province', 'commune_code'])
    .select(['staff_session.id as session', 'staff_session.seen_at'])
    .where('token_hash', '=', vault.hash('token', token))
    .where('expires_at', '>', now)
    .where('idle_until', '>', now)
    .where('active', '=', true)
    .where((is) => is.or([is('agent_id', 'is', null), mayWork(parts)]))
    .executeTakeFirst()
  if (!row) return undefined
  const { id, login, name, role, session } = row
  if (now.getTime() - row.seen_at.getTime() > NOTE_EVERY_MS) {
    const used = { seen_at: now, idle_until: after(now, lasting[role].idle) }
    await db.updateTable('staff_session').set(used).where('id', '=', session).execute()
  }
  return {
    ...{ id, login, name, role, session },
    agent: row.agent_id ?? undefined,
    province: row.province ?? undefined,
    commune: row.commune_code ?? undefined,
  }
}
