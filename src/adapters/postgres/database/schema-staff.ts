import type { Generated } from 'kysely'
import type { Role } from '../../../staff/role.ts'

export interface StaffRow {
  id: string
  login: string
  name: string
  role: Role
  wrapped_key: string
  sealed_email: string | null
  email_hash: string | null
  agent_id: string | null
  province: string | null
  commune_code: string | null
  password_hash: string | null
  sealed_totp: string
  totp_step: Generated<number> // of the last code that was used
  setup_hash: string | null
  setup_until: Date | null
  oidc_subject: string | null
  active: Generated<boolean>
  created_at: Date
  seen_at: Date | null
}

export interface StaffSessionRow {
  id: string
  token_hash: string
  staff_id: string
  device: string
  created_at: Date
  seen_at: Date
  idle_until: Date
  expires_at: Date
}

/** A code on its way to an agent's phone or mail-box. */
export interface StaffCodeRow {
  id: string
  agent_id: string | null
  staff_id: string | null
  code_hash: string
  link_hash: string
  expires_at: Date
  wrong: Generated<number>
}

export interface StaffAuditRow {
  id: Generated<number>
  at: Date
  actor: string
  action: string
  subject: string
  changes: string // JSON
}
