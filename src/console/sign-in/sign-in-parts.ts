import type { AgentNotifier, RateLimit } from '../../ports.ts'
import type {
  AgentCodes,
  Federation,
  Mailer,
  PasswordHasher,
  SecondFactor,
  StaffAccounts,
  StaffSessions,
} from '../../staff/ports.ts'

export interface SignInParts {
  readonly accounts: StaffAccounts
  readonly sessions: StaffSessions
  readonly codes: AgentCodes
  readonly hasher: PasswordHasher
  readonly factor: SecondFactor
  readonly notifier: AgentNotifier
  /** Undefined: no mail server is configured. */
  readonly mailer: Mailer | undefined
  readonly federation: Federation | undefined
  readonly limits: SignInLimits
  readonly publicUrl: string
}

/** Lock-outs: an account from one address, an account from anywhere, an address, and codes sent to one phone. */
export interface SignInLimits {
  readonly pair: RateLimit
  readonly account: RateLimit
  readonly address: RateLimit
  readonly code: RateLimit
}
