import type { Day } from '../policy/values.ts'
import type { Caller } from './turn.ts'

/** What we hold about a person, as it may be told to them in their own chat. */
export interface HeldData {
  readonly leads: readonly HeldLead[]
  /** The days on which they agreed to be called, of consents that still hold. */
  readonly consents: readonly Day[]
}

export interface HeldLead {
  readonly code: string
  readonly addressAs: string
  readonly phone: string | undefined // E.164
  readonly commune: string
  readonly caller: Caller | 'closed'
}
