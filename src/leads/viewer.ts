import type { Owner } from './agent.ts'

/** Which leads somebody at a desk may reach: all, or those of these communes and, of no known commune, of these pages. */
export type Reach =
  | 'everywhere'
  | {
      readonly communes: readonly string[] // codes
      readonly pages: readonly { readonly channel: string; readonly id: string }[]
    }

/** Who looks at a lead or acts on it: an agent, or somebody who works at a desk. */
export type Viewer =
  | { readonly kind: 'agent'; readonly id: string }
  | { readonly kind: 'staff'; readonly login: string; readonly reach: Reach }

const STAFF = 'staff '

/** As a fact names somebody at a desk. */
export const staffActor = (login: string): string => `${STAFF}${login}`

/** As a fact names them: an agent by id, staff by role and login. */
export function actorOf(viewer: Viewer): string {
  return viewer.kind === 'agent' ? viewer.id : staffActor(viewer.login)
}

/** The login behind a fact, when it was somebody at a desk. */
export function staffIn(actor: string): string | undefined {
  return actor.startsWith(STAFF) ? actor.slice(STAFF.length) : undefined
}

/** Where a lead stands: whose it is, and where the citizen lives and wrote. */
interface LeadPlace {
  readonly owner: Owner['kind']
  readonly agent: string | null // id
  readonly commune: string // code; '' when none is known
  readonly channel: string
  readonly page: string
}

/** Whether it is theirs to work on: an agent's own; a desk's is everyone's at the desks within whose reach it lies. */
export function isOwnersWork(viewer: Viewer, lead: LeadPlace): boolean {
  if (viewer.kind === 'agent') return viewer.id === lead.agent
  return lead.owner !== 'agent' && isWithin(viewer.reach, lead)
}

export function isWithin(
  reach: Reach,
  { commune, channel, page }: Omit<LeadPlace, 'owner' | 'agent'>,
): boolean {
  if (reach === 'everywhere') return true
  if (commune !== '') return reach.communes.includes(commune)
  return reach.pages.some((one) => one.channel === channel && one.id === page)
}
