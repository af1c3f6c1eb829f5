/** A wish about one's own data, as a turn leaves it: the code is the receipt. */
export interface DataWish {
  readonly kind: 'withdraw' | 'erase'
  readonly code: string
}

/** What an erasure took away, by table: counts only. */
export type ErasedTally = Readonly<Record<string, number>>

/** An agent who has seen a person's number must delete what they noted, and say so. Nothing personal in here. */
export interface AgentErasure {
  readonly id: number
  readonly agent: string
  readonly leadCode: string
  readonly askedAt: Date
  readonly confirmedAt: Date | undefined
}
