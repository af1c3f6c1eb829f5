import type { Selectable } from 'kysely'
import type { NewAccount, StaffAccount } from '../../../staff/account.ts'
import type { Database } from '../database/schema.ts'
import { sameName, type StaffParts } from './staff-parts.ts'

export type Row = Selectable<Database['staff']>

const EMAIL = 'staff.email'
export const TOTP = 'staff.totp'

export const emailHash = ({ vault }: StaffParts, email: string): string =>
  vault.hash('email', sameName(email))

export function accountOf({ vault }: StaffParts, row: Row): StaffAccount {
  const { id, login, name, role, active } = row
  return {
    ...{ id, login, name, role, active },
    email:
      row.sealed_email === null ? undefined : vault.openKey(row.wrapped_key).open(EMAIL, row.sealed_email),
    agent: row.agent_id ?? undefined,
    province: row.province ?? undefined,
    commune: row.commune_code ?? undefined,
    ready: row.password_hash !== null,
    createdAt: row.created_at,
    seenAt: row.seen_at ?? undefined,
  }
}

/** The row of an account nobody has signed in to yet. */
export function rowOf(parts: StaffParts, id: string, account: NewAccount, secret: string) {
  const { vault, clock } = parts
  const { name, role, email, agent, province, commune } = account
  const wrapped_key = vault.newKey()
  const key = vault.openKey(wrapped_key)
  return {
    ...{ id, login: sameName(account.login), name, role, wrapped_key },
    sealed_email: email === undefined ? null : key.seal(EMAIL, email),
    email_hash: email === undefined ? null : emailHash(parts, email),
    agent_id: agent ?? null,
    province: province ?? null,
    commune_code: commune ?? null,
    password_hash: null,
    sealed_totp: key.seal(TOTP, secret),
    setup_hash: null,
    setup_until: null,
    oidc_subject: null,
    created_at: clock.now(),
    seen_at: null,
  }
}

/** What the audit says of an account; name and e-mail as hashes. */
export function audited(account: NewAccount): Readonly<Record<string, string | undefined>> {
  const { login, name, role, email, agent, province, commune } = account
  return { login, name, role, email, agent, province, commune }
}
export const personalFields: readonly string[] = ['name', 'email']
