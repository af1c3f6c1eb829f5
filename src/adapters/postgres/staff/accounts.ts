import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { NewAccount, StaffAccount } from '../../../staff/account.ts'
import type { StaffAccounts } from '../../../staff/ports.ts'
import type { Role } from '../../../staff/role.ts'
import { accountOf, audited, personalFields, rowOf, TOTP } from './account-rows.ts'
import { writeAudit } from './audit.ts'
import { credentialsOf, federated, finishSetUp, setUpOf, spendStep } from './credentials.ts'
import { endSessions } from './sessions.ts'
import { newSecret, newSetUp } from './set-up-link.ts'
import { sameName, type StaffParts } from './staff-parts.ts'

const MOST_LISTED = 500

export function openStaffAccounts(parts: StaffParts): StaffAccounts {
  return {
    list: (filter) => listAccounts(parts, filter),
    find: (id) => findAccount(parts, id),
    create: (account, by) => createAccount(parts, account, by),
    setActive: (id, active, by) => setActive(parts, { id, active, by }),
    setCommune: (id, commune, by) => setCommune(parts, { id, commune, by }),
    reset: (id, by) => resetAccess(parts, id, by),
    setPassword: (id, hash, by) => setPassword(parts, { id, hash, by }),
    admins: () => countAdmins(parts),
    credentials: (login) => credentialsOf(parts, login),
    spendStep: (id, step) => spendStep(parts, id, step),
    setUp: (token) => setUpOf(parts, token),
    finishSetUp: (token, passwordHash, step) => finishSetUp(parts, { token, passwordHash, step }),
    federated: (who) => federated(parts, who),
  }
}

async function listAccounts(
  parts: StaffParts,
  { role, find }: { readonly role?: Role | undefined; readonly find?: string | undefined },
): Promise<readonly StaffAccount[]> {
  let rows = parts.db.selectFrom('staff').selectAll().limit(MOST_LISTED)
  if (role !== undefined) rows = rows.where('role', '=', role)
  if (find !== undefined) {
    const like = `%${sameName(find).replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((is) => is.or([is('login', 'like', like), is(sql`lower(name)`, 'like', like)]))
  }
  const found = await rows.orderBy(sql`name collate "und-x-icu"`).execute()
  return found.map((row) => accountOf(parts, row))
}

async function findAccount(parts: StaffParts, id: string): Promise<StaffAccount | undefined> {
  const row = await parts.db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row && accountOf(parts, row)
}

function createAccount(parts: StaffParts, account: NewAccount, by: string) {
  const id = randomUUID()
  const { token, columns } = newSetUp(parts)
  return parts.db.transaction().execute(async (tx) => {
    const row = { ...rowOf(parts, id, account, newSecret()), ...columns }
    const taken = await tx
      .selectFrom('staff')
      .select('login')
      .where((is) => is.or([is('login', '=', row.login), is('email_hash', '=', row.email_hash)]))
      .executeTakeFirst()
    if (taken) return { taken: taken.login === row.login ? ('login' as const) : ('email' as const) }
    await tx.insertInto('staff').values(row).execute()
    const after = audited(account)
    await writeAudit(tx, parts, {
      actor: by,
      action: 'account.create',
      subject: row.login,
      after,
      personal: personalFields,
    })
    return { id, token }
  })
}

function setActive(
  parts: StaffParts,
  { id, active, by }: { readonly id: string; readonly active: boolean; readonly by: string },
): Promise<boolean> {
  return parts.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('staff')
      .select(['login', 'active'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return false
    await tx.updateTable('staff').set({ active }).where('id', '=', id).execute()
    if (!active) await endSessions(tx, id)
    await writeAudit(tx, parts, {
      ...{ actor: by, action: active ? 'account.enable' : 'account.disable', subject: row.login },
      before: { active: String(row.active) },
      after: { active: String(active) },
    })
    return true
  })
}

function setCommune(
  parts: StaffParts,
  { id, commune, by }: { readonly id: string; readonly commune: string; readonly by: string },
): Promise<boolean> {
  return parts.db.transaction().execute(async (tx) => {
    const rows = tx.selectFrom('staff').select(['login', 'commune_code']).where('id', '=', id)
    const row = await rows.forUpdate().executeTakeFirst()
    if (!row) return false
    await tx.updateTable('staff').set({ commune_code: commune }).where('id', '=', id).execute()
    await writeAudit(tx, parts, {
      ...{ actor: by, action: 'account.commune', subject: row.login },
      before: { commune: row.commune_code ?? '' },
      after: { commune },
    })
    return true
  })
}

function resetAccess(parts: StaffParts, id: string, by: string): Promise<string | undefined> {
  return parts.db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('staff').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) return undefined
    const { token, columns } = newSetUp(parts)
    const sealed_totp = parts.vault.openKey(row.wrapped_key).seal(TOTP, newSecret())
    const changed = { ...columns, sealed_totp, password_hash: null, totp_step: 0 }
    await tx.updateTable('staff').set(changed).where('id', '=', id).execute()
    await endSessions(tx, id)
    await writeAudit(tx, parts, { actor: by, action: 'account.reset', subject: row.login })
    return token
  })
}

function setPassword(
  parts: StaffParts,
  { id, hash, by }: { readonly id: string; readonly hash: string; readonly by: string },
): Promise<string> {
  return parts.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('staff')
      .set({ password_hash: hash, setup_hash: null, setup_until: null })
      .where('id', '=', id)
      .returning(['login', 'wrapped_key', 'sealed_totp'])
      .executeTakeFirstOrThrow()
    await writeAudit(tx, parts, { actor: by, action: 'account.password', subject: row.login })
    return parts.vault.openKey(row.wrapped_key).open(TOTP, row.sealed_totp)
  })
}

async function countAdmins({ db }: StaffParts): Promise<number> {
  const { n } = await db
    .selectFrom('staff')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  return Number(n)
}
