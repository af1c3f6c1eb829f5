import type { Button } from '../../conversation/reply.ts'
import type { FakePlatform } from '../fake-platform/fake-platform.ts'
import { NextAnswers } from '../fake-platform/next-answers.ts'
import { Pictures } from '../fake-platform/pictures.ts'
import { People } from '../fake-platform/people.ts'
import { type Delivery, WebhookSender } from '../fake-platform/webhook-sender.ts'
import { messengerActs } from './acts.ts'
import type { MessengerCore } from './core.ts'
import { type MessagingEventBody, MessengerEvents, wrapMessengerEvents } from './events.ts'
import { type FakeMessengerOptions, withMessengerHabits } from './options.ts'
import { Posts } from './posts.ts'
import { messengerRoutes } from './routes.ts'

/** Messenger, as far as our adapter can tell: the handshake, the Send API, and signed webhooks. */
export interface FakeMessenger extends FakePlatform {
  /** An m.me link opened by someone who already has a thread. */
  refer(userId: string, ref: string): Promise<Delivery>
  /** A button of a template or of the menu (a postback), not a quick reply. */
  pressButton(userId: string, button: Button): Promise<Delivery>
  /** A comment under a post of the Page; the page itself comments as its own id. Answers the comment's id. */
  comment(userId: string, text: string, post?: string): Promise<string>
  uncomment(commentId: string): void
  /** Does the page's own inbox have the thread with them? */
  isPassed(userId: string): boolean
  /** What was uploaded. */
  readonly pictures: Pick<Pictures, 'ids' | 'find'>
  failNextUpload: FakePlatform['failNext']
  /** What the Page shows before people write, as it was set last. */
  profile(): object | undefined
  /** Meta's check of a callback address: did it echo the challenge? */
  handshake(verifyToken: string): Promise<boolean>
}

export function fakeMessenger(options: FakeMessengerOptions): FakeMessenger {
  const core = messengerCore(options)
  const next = new NextAnswers(options.mishap)
  const nextUploads = new NextAnswers()
  return {
    name: 'messenger',
    router: messengerRoutes(core, next, nextUploads),
    webhooks: core.webhooks,
    ...messengerActs(core),
    isPassed: (userId) => core.passed.has(userId),
    pictures: core.pictures,
    failNextUpload: (answer, times = 1) => nextUploads.add(answer, times),
    profile: () => core.profile.set,
    handshake: (verifyToken) => handshake(core.options.webhookUrl, verifyToken),
    failNext: (answer, times = 1) => next.add(answer, times),
  }
}

function messengerCore(given: FakeMessengerOptions): MessengerCore {
  const options = withMessengerHabits(given)
  const people = new People(options.now)
  for (const id of options.people) people.interact(id)
  const webhooks = new WebhookSender<MessagingEventBody>({
    ...options,
    url: options.webhookUrl,
    wrap: (events, _tries, forge) => wrapMessengerEvents(options, events, forge),
  })
  return {
    options,
    people,
    pictures: new Pictures(),
    posts: new Posts(),
    passed: new Set(),
    profile: { set: undefined },
    webhooks,
    events: new MessengerEvents(options),
  }
}

async function handshake(webhookUrl: string, verifyToken: string): Promise<boolean> {
  const challenge = '1158200001'
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': verifyToken,
    'hub.challenge': challenge,
  })
  const response = await fetch(`${webhookUrl}?${query.toString()}`)
  return response.status === 200 && (await response.text()) === challenge
}
