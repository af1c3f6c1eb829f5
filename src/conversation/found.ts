import type { AgentClue, CommuneNamed, LeadDraft } from './effect.ts'
import type { LeadPromise } from './turn.ts'

/**
 * `mixed`: what was said belongs to no one agent together; `several`: more than one has that name. Nothing else of an agent
 * is ever told.
 */
export type AgentVerdict = 'active' | 'paused' | 'unknown' | 'mixed' | 'several'

/** Open places where one can pay, of a commune. */
export interface PlaceToGo {
  readonly name: string
  readonly address: string
  readonly hours: string
}

export interface PointsThere {
  readonly points: readonly PlaceToGo[] // the nearest first
  readonly office: PlaceToGo | undefined
}

/** What the host found out for an effect of the turn, to be said in words. */
export type Found =
  | { readonly kind: 'agent'; readonly clue: AgentClue; readonly verdict: AgentVerdict | 'too-many' }
  | { readonly kind: 'meeting-code'; readonly verdict: 'right' | 'wrong' | 'too-many' | 'none' }
  | {
      readonly kind: 'call-time'
      readonly bestTime: LeadDraft['bestTime']
      readonly promise: LeadPromise | undefined // undefined: no lead whose call could be moved
    }
  | ({ readonly kind: 'points'; readonly commune: CommuneNamed } & PointsThere)
