import type { Pictures } from '../fake-platform/pictures.ts'
import type { People } from '../fake-platform/people.ts'
import type { WebhookSender } from '../fake-platform/webhook-sender.ts'
import type { ZaloEventBody, ZaloEvents } from './events.ts'
import type { ZaloHabits } from './options.ts'

/** What the parts of the fake share. */
export interface ZaloCore {
  readonly options: ZaloHabits
  readonly people: People
  readonly pictures: Pictures // that were uploaded
  readonly strangers: Set<string> // who follow no more
  readonly webhooks: WebhookSender<ZaloEventBody>
  readonly events: ZaloEvents
}
