import type { FakePlatform } from '../fake-platform/fake-platform.ts'
import { NextAnswers } from '../fake-platform/next-answers.ts'
import { Pictures } from '../fake-platform/pictures.ts'
import { People } from '../fake-platform/people.ts'
import { type Delivery, WebhookSender } from '../fake-platform/webhook-sender.ts'
import { zaloActs } from './acts.ts'
import { FakeZaloConsents } from './consents.ts'
import type { ZaloCore } from './core.ts'
import { ZaloDeliveries } from './deliveries.ts'
import { wrapZaloEvent, type ZaloEventBody, ZaloEvents } from './events.ts'
import type { FakeNotice } from './notices.ts'
import { type FakeZaloOptions, withZaloHabits } from './options.ts'
import { zaloRoutes } from './routes.ts'
import { FakeZaloTokens } from './tokens.ts'

/** Zalo, as far as our adapters can tell: OAuth, the send API, templates by phone, and signed webhooks. */
export interface FakeZalo extends FakePlatform {
  unfollow(userId: string): Promise<Delivery>
  clickChatNow(userId: string): Promise<Delivery>
  /** Template messages on agents' phones, oldest first; of one phone (84…) when given. */
  notices(phone?: string): readonly FakeNotice[]
  onNotice(listen: (notice: FakeNotice) => void): () => void
  /** Error numbers senders of messages were given, oldest first. */
  refusals(): readonly number[]
  failNextNotice: FakePlatform['failNext']
  failNextUpload: FakePlatform['failNext']
  /** Of questions about a person: their detail, their quota. */
  failNextAsk: FakePlatform['failNext']
  /** What was uploaded; `expire` makes it seven days old. */
  readonly pictures: Pick<Pictures, 'ids' | 'find' | 'expire'>
  readonly tokens: Pick<
    FakeZaloTokens,
    'belongTo' | 'expireAccess' | 'withdrawConsent' | 'dropNextAnswer' | 'spentTwice'
  >
}

export function fakeZalo(options: FakeZaloOptions): FakeZalo {
  const core = zaloCore(options)
  const consents = new FakeZaloConsents(core.options)
  const tokens = new FakeZaloTokens(core.options, consents)
  const deliveries = new ZaloDeliveries(core)
  const nextMessages = new NextAnswers(options.mishap)
  const nextNotices = new NextAnswers(options.noticeMishap)
  const nextUploads = new NextAnswers()
  const nextAsks = new NextAnswers()
  const lines = { nextMessages, nextNotices, nextUploads, nextAsks }
  return {
    name: 'zalo',
    router: zaloRoutes({ ...core, consents, tokens, deliveries, ...lines }),
    webhooks: core.webhooks,
    tokens,
    pictures: core.pictures,
    ...zaloActs(core),
    notices: (phone) => deliveries.notices.filter((notice) => phone === undefined || notice.phone === phone),
    onNotice: (listen) => deliveries.onNotice(listen),
    refusals: () => deliveries.refusals,
    failNext: (answer, times = 1) => nextMessages.add(answer, times),
    failNextNotice: (answer, times = 1) => nextNotices.add(answer, times),
    failNextUpload: (answer, times = 1) => nextUploads.add(answer, times),
    failNextAsk: (answer, times = 1) => nextAsks.add(answer, times),
  }
}

function zaloCore(given: FakeZaloOptions): ZaloCore {
  const options = withZaloHabits(given)
  const people = new People(options.now)
  for (const id of options.people) people.interact(id)
  const webhooks = new WebhookSender<ZaloEventBody>({
    ...options,
    url: options.webhookUrl,
    wrap: ([event = {}], tries, forge) => wrapZaloEvent(options, event, tries, forge),
  })
  return {
    options,
    people,
    pictures: new Pictures(),
    strangers: new Set(),
    webhooks,
    events: new ZaloEvents(options),
  }
}
