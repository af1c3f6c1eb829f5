import type { StaffStorePorts } from '../../../staff/ports.ts'
import { openStaffAccounts } from './accounts.ts'
import { openAgentCodes } from './agent-codes.ts'
import { openAuditLog } from './audit.ts'
import { openStaffSessions } from './sessions.ts'
import type { StaffParts } from './staff-parts.ts'

/** Accounts, sessions, sign-in codes and the audit, on one database. */
export function openStaff(parts: StaffParts): StaffStorePorts {
  return {
    accounts: openStaffAccounts(parts),
    sessions: openStaffSessions(parts),
    codes: openAgentCodes(parts),
    audit: openAuditLog(parts),
  }
}
