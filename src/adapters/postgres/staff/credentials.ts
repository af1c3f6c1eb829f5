import type { Credentials } from '../../../staff/account.ts'
import { emailHash, type Row, TOTP } from './account-rows.ts'
import { writeAudit } from './audit.ts'
import { sameName, type StaffParts } from './staff-parts.ts'

const secretOf = ({ vault }: StaffParts, { wrapped_key, sealed_totp }: Row): string =>
  vault.openKey(wrapped_key).open(TOTP, sealed_totp)

export async function credentialsOf(parts: StaffParts, login: string): Promise<Credentials | undefined> {
  const row = await parts.db
    .selectFrom('staff')
    .selectAll()
    .where('login', '=', sameName(login))
    .executeTakeFirst()
  if (!row) return undefined
  const { id, role, active } = row
  return { id, role, active, passwordHash: row.password_hash ?? undefined, totpSecret: secretOf(parts, row) }
}

/** Compare-and-set: of two requests with the same code one wins. */
export async function spendStep({ db }: StaffParts, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where('totp_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function setUpOf(parts: StaffParts, token: string) {
  const row = await parts.db
    .selectFrom('staff')
    .selectAll()
    .where('setup_hash', '=', parts.vault.hash('token', token))
    .where('setup_until', '>', parts.clock.now())
    .where('active', '=', true)
    .executeTakeFirst()
  return row && { id: row.id, login: row.login, name: row.name, secret: secretOf(parts, row) }
}

export function finishSetUp(
  parts: StaffParts,
  {
    token,
    passwordHash,
    step,
  }: { readonly token: string; readonly passwordHash: string; readonly step: number },
): Promise<boolean> {
  return parts.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('staff')
      .set({ password_hash: passwordHash, totp_step: step, setup_hash: null, setup_until: null })
      .where('setup_hash', '=', parts.vault.hash('token', token))
      .where('setup_until', '>', parts.clock.now())
      .where('active', '=', true)
      .returning('login')
      .executeTakeFirst()
    if (!row) return false
    await writeAudit(tx, parts, { actor: row.login, action: 'account.set-up', subject: row.login })
    return true
  })
}

/** Bound by the provider's own id; the first time by an e-mail address the provider has verified. */
export async function federated(
  parts: StaffParts,
  { subject, email }: { readonly subject: string; readonly email: string | undefined },
): Promise<string | undefined> {
  const active = parts.db.selectFrom('staff').selectAll().where('active', '=', true)
  const bound = await active.where('oidc_subject', '=', subject).executeTakeFirst()
  if (bound || email === undefined) return bound?.id
  return parts.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('staff')
      .set({ oidc_subject: subject })
      .where('email_hash', '=', emailHash(parts, email))
      .where('oidc_subject', 'is', null)
      .where('active', '=', true)
      .returning(['id', 'login'])
      .executeTakeFirst()
    if (!row) return undefined
    await writeAudit(tx, parts, { actor: row.login, action: 'account.bind', subject: row.login })
    return row.id
  })
}
