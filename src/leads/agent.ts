import type { Day } from '../policy/values.ts'

export const agentStates = ['active', 'suspended', 'on-leave'] as const
export type AgentState = (typeof agentStates)[number]

export const pointStates = ['active', 'under-review', 'suspended', 'closed'] as const
export type PointState = (typeof pointStates)[number]

/** When an agent will not hear of new leads: minutes since midnight in Viet Nam. `from` after `until` spans the night. */
export interface QuietHours {
  readonly from: number
  readonly until: number
}

/** Days away, the first and the last included. */
export interface Leave {
  readonly from: Day
  readonly until: Day
}

/** A collection agent, as routing sees one. Phones and addresses stay encrypted in the store. */
export interface Agent {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly communes: readonly string[] // codes
  readonly state: AgentState
  readonly point: { readonly id: string; readonly state: PointState }
  readonly trainedUntil: Day | undefined // the last day of the certificate; undefined: never trained
  readonly capacity: number // leads not closed at one time
  readonly quiet: QuietHours | undefined
  readonly leaves: readonly Leave[]
  readonly openLeads: number
  readonly lastOfferedAt: Date | undefined
}

/** How many participants an agent is behind the pace to their plan; 0 when they keep it, or have none. */
export type BelowTarget = (agent: string) => number

export const noTargets: BelowTarget = () => 0

/** Those who take over when no agent can, in this order. `undefined`: the commune has none. */
export interface CommuneDesks {
  readonly officer: { readonly id: string; readonly name: string } | undefined // cán bộ phụ trách xã
  readonly office: { readonly id: string; readonly name: string } | undefined // BHXH cơ sở
}

export const ownerKinds = ['agent', 'commune-officer', 'local-office', 'province-desk'] as const

/** Who has a lead: never nobody. */
export type Owner =
  | { readonly kind: 'agent'; readonly id: string; readonly name: string; readonly organisation: string }
  | { readonly kind: 'commune-officer'; readonly id: string; readonly name: string }
  | { readonly kind: 'local-office'; readonly id: string; readonly name: string }
  | { readonly kind: 'province-desk' }

export function ownerOf({ id, name, organisation }: Agent): Owner {
  return { kind: 'agent', id, name, organisation }
}
