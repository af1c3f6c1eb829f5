import type { Pictures } from '../fake-platform/pictures.ts'
import type { People } from '../fake-platform/people.ts'
import type { WebhookSender } from '../fake-platform/webhook-sender.ts'
import type { MessagingEventBody, MessengerEvents } from './events.ts'
import type { MessengerHabits } from './options.ts'
import type { Posts } from './posts.ts'

/** What the parts of the fake share. */
export interface MessengerCore {
  readonly options: MessengerHabits
  readonly people: People
  readonly pictures: Pictures // that were uploaded
  readonly posts: Posts
  readonly passed: Set<string> // whose thread the page's own inbox has
  readonly profile: { set: object | undefined } // what people see before they write
  readonly webhooks: WebhookSender<MessagingEventBody>
  readonly events: MessengerEvents
}
