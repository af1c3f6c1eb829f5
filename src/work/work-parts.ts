import type { Bot } from '../conversation/turn.ts'
import type { Patience } from '../hand-over/hand-over.ts'
import type { OfficeTime } from '../hand-over/office-time.ts'
import type { TrustDesk } from '../leads/trust-desk.ts'
import type { Day } from '../policy/values.ts'
import type {
  AgentNotifier,
  Channel,
  ChannelName,
  Clock,
  Correspondent,
  RateLimit,
  Notice,
  Sent,
} from '../ports.ts'
import type { HandOverStore, LeadStore, Outbox, PersonalData, Queues, TurnStore } from '../work-ports.ts'

/** What the work loop needs of a store. */
export interface WorkStore {
  readonly turns: TurnStore
  readonly outbox: Outbox
  readonly leads: LeadStore
  readonly trust: TrustDesk
  readonly handOvers: HandOverStore
  readonly personalData: PersonalData
  readonly queues: Queues
  /** Gives everyone with something waiting a job. */
  wake(): Promise<void>
  answers(): Promise<boolean>
  tidy(): Promise<void>
  readonly numbers: { sumUp(): Promise<void> }
  backUp(): Promise<string | undefined>
}

export interface WorkParts {
  readonly store: WorkStore
  /** The bot as it speaks on the page a person wrote to. */
  readonly botFor: (page: Pick<Correspondent, 'channel' | 'desk'>) => Bot
  /** When the desk of that page is open. */
  readonly officeFor: (page: Pick<Correspondent, 'channel' | 'desk'>) => OfficeTime
  readonly patience: Patience
  readonly channels: readonly Channel[]
  readonly notifier: Notifier
  readonly clock: Clock
  /** How often one person may have an agent looked up. */
  readonly verifyLimit: RateLimit
  /** Where agents open their links: https://…, without a slash at the end. */
  readonly publicUrl: string
  /** The day to talk as, instead of today in Viet Nam. */
  readonly botToday?: Day
  /** Covers identity numbers and codes in whatever a person typed, before it is kept. */
  readonly mask: (text: string) => string
  /** Wakes someone up. Never given what a person typed. */
  readonly alarm: (what: string, detail: Readonly<Record<string, string>>) => void
}

export function channelNamed({ channels }: WorkParts, name: ChannelName): Channel {
  const channel = channels.find((one) => one.name === name)
  if (!channel) throw new Error(`no channel ${name} is configured`)
  return channel
}

/** A notice to a citizen, whom we know by the id they have on the page they wrote to; `phone`: the one they left for this. */
export interface CitizenNotice extends Omit<Notice, 'phone' | 'template'> {
  readonly to: Correspondent
  readonly phone: string | undefined // E.164
  readonly template: 'new-caller'
}

export interface Notifier extends AgentNotifier {
  tellCitizen(notice: CitizenNotice): Promise<Sent>
}
