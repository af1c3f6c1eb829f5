import type {
  AuditEntry,
  AuditFilter,
  AuditLine,
  Credentials,
  Device,
  NewAccount,
  SignedIn,
  StaffAccount,
} from './account.ts'
import type { Role } from './role.ts'

/** The accounts. Every change is written into the audit in the same transaction; `by` is the login of who does it. */
export interface StaffAccounts {
  list(filter: {
    readonly role?: Role | undefined
    readonly find?: string | undefined
  }): Promise<readonly StaffAccount[]>
  find(id: string): Promise<StaffAccount | undefined>
  /** Answers the one-time set-up link's token, or which field is taken by another account. */
  create(
    account: NewAccount,
    by: string,
  ): Promise<{ id: string; token: string } | { taken: 'login' | 'email' }>
  /** False when there is no such account. Switching off ends its sessions. */
  setActive(id: string, active: boolean, by: string): Promise<boolean>
  /** Binds it to another commune (code); what it sees changes at once. False when there is no such account. */
  setCommune(id: string, commune: string, by: string): Promise<boolean>
  /** Password and second factor no longer count, sessions end; answers a new set-up token. */
  reset(id: string, by: string): Promise<string | undefined>
  /** For the first administrator: sets the password without the link. Answers the secret for the authenticator app. */
  setPassword(id: string, passwordHash: string, by: string): Promise<string>
  admins(): Promise<number>

  credentials(login: string): Promise<Credentials | undefined>
  /** False when this code, or a later one, was used before: a code opens once. */
  spendStep(id: string, step: number): Promise<boolean>
  /** What a set-up link is for; undefined when used, expired or unknown. */
  setUp(
    token: string,
  ): Promise<
    | { readonly id: string; readonly login: string; readonly name: string; readonly secret: string }
    | undefined
  >
  /** Spends the link. False when somebody was faster. */
  finishSetUp(token: string, passwordHash: string, step: number): Promise<boolean>
  /** The active account bound to this person at the organisation's identity provider, bound by e-mail the first time. */
  federated(who: {
    readonly subject: string
    readonly email: string | undefined
  }): Promise<string | undefined>
}

/** Sessions: the token lives in the browser's cookie, its keyed hash here. */
export interface StaffSessions {
  open(account: string, device: string): Promise<string>
  /** Undefined when unknown, expired, revoked, or the account is switched off. Notes that it was used. */
  find(token: string): Promise<SignedIn | undefined>
  list(account: string): Promise<readonly Device[]>
  end(account: string, session: string): Promise<void>
  endAll(account: string): Promise<void>
}

/** Sign-in of agents: a code to the registered phone, or a code and a one-time link by e-mail. */
export interface AgentCodes {
  /** Who has this phone or e-mail: undefined when nobody who may sign in so. */
  reach(at: { readonly phone: string } | { readonly email: string }): Promise<Reached | undefined>
  /** A fresh code; those before it no longer count. */
  issue(
    reached: Reached,
  ): Promise<{ readonly challenge: string; readonly code: string; readonly link: string }>
  /** The account it opens. Five wrong codes spend the challenge. */
  redeem(challenge: string, code: string): Promise<{ readonly account: string } | 'wrong' | 'over'>
  redeemLink(link: string): Promise<string | undefined>
}
export interface Reached {
  readonly agent?: string | undefined
  readonly account?: string | undefined
  readonly to: { readonly phone: string } | { readonly email: string }
}

export interface AuditLog {
  write(entry: AuditEntry): Promise<void>
  /** Newest first, a page at a time. */
  list(filter: AuditFilter): Promise<readonly AuditLine[]>
}

export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** With no hash it takes as long and answers false: an unknown login is not told from a wrong password. */
  verify(hash: string | undefined, password: string): Promise<boolean>
}

export interface SecondFactor {
  /** otpauth://… for an authenticator app. */
  url(secret: string, login: string): string
  /** The same as a picture, `data:image/gif;base64,…`. */
  picture(secret: string, login: string): string
  /** The time step of a right code, a step early or late allowed; undefined for a wrong one. */
  check(secret: string, code: string): number | undefined
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}
export interface Mailer {
  /** False when the mail server did not take it. */
  send(mail: Mail): Promise<boolean>
}

/** The organisation's own sign-in (OpenID Connect). `keep` stays in the browser between the two steps. */
export interface Federation {
  /** Undefined: the provider is away. */
  begin(): Promise<{ readonly url: string; readonly keep: string } | undefined>
  finish(
    returned: URL,
    keep: string,
  ): Promise<{ readonly subject: string; readonly email: string | undefined } | undefined>
}

/** Everything the store keeps about the people who work with the program. */
export interface StaffStorePorts {
  readonly accounts: StaffAccounts
  readonly sessions: StaffSessions
  readonly codes: AgentCodes
  readonly audit: AuditLog
}
