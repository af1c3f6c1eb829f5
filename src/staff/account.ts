import type { Role } from './role.ts'

/** Where an account belongs: an agent's row, a province, a commune. Codes, not names. */
interface Belongs {
  readonly agent?: string | undefined
  readonly province?: string | undefined
  readonly commune?: string | undefined
}

/** One account as the console shows it; never a password or a secret. */
export interface StaffAccount extends Belongs {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly email: string | undefined
  readonly active: boolean
  /** Password and second factor are set: the set-up link was used. */
  readonly ready: boolean
  readonly createdAt: Date
  readonly seenAt: Date | undefined
}

export interface NewAccount extends Belongs {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly email?: string | undefined
}

/** What the sign-in compares with. */
export interface Credentials {
  readonly id: string
  readonly role: Role
  readonly active: boolean
  readonly passwordHash: string | undefined
  readonly totpSecret: string
}

/** Who makes a request, from their session. */
export interface SignedIn extends Belongs {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly session: string // its public id, not the token
}

/** One browser in which somebody is signed in. */
export interface Device {
  readonly id: string
  readonly device: string // "Chrome trên Android"
  readonly since: Date
  readonly seenAt: Date
}

/** One line of what was done: which fields went from what to what. Personal fields are hashes. */
export interface AuditLine {
  readonly id: number
  readonly at: Date
  readonly actor: string // login, or "cli"
  readonly action: string
  readonly subject: string
  readonly changes: Changes
}
export type Changes = Readonly<Record<string, { readonly from?: string; readonly to?: string }>>

export interface AuditFilter {
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly subject?: string | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined // not included
  readonly before?: number | undefined // line id: the next page
}

/** What is to be written down. `personal` names the fields that may only be kept as hashes. */
export interface AuditEntry {
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly before?: Readonly<Record<string, string | undefined>>
  readonly after?: Readonly<Record<string, string | undefined>>
  readonly personal?: readonly string[]
}
