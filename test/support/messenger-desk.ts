import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { webhook } from '../../src/http/webhooks.ts'
import type { Channel, Clock } from '../../src/ports.ts'
import type { FakePlatform } from '../../src/simulator/fake-platform/fake-platform.ts'
import { fakeMessenger } from '../../src/simulator/fake-messenger/fake-messenger.ts'
import type { FakeMessengerOptions } from '../../src/simulator/fake-messenger/options.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { sendReplies } from '../../src/work/send-replies.ts'
import { tendHandOvers } from '../../src/work/tend-hand-overs.ts'
import { listen, type Listening } from './listen.ts'
import { rowsOf } from './store.ts'
import { workParts } from './store-work.ts'

const keys = { pageId: '1088', appSecret: 'app-secret', pageToken: 'page-token' }

/** Fake Messenger → real webhook → real store → the work loop, step by step → real adapter → fake Messenger. */
export async function messengerDesk(
  store: Store,
  clock: Clock,
  changes: Parameters<typeof workParts>[1] = {},
  options: Partial<FakeMessengerOptions> = {},
) {
  const server = await listen()
  const now = () => clock.now()
  const habits = { appId: 455, now, wait: async () => undefined, disables: false, receipts: false }
  const fake = fakeMessenger({ ...keys, ...habits, webhookUrl: `${server.url}/webhook`, ...options })
  const channel = messengerChannel({ ...keys, apiBase: `${server.url}/fake`, now: () => now().getTime() })
  return deskOn({ server, fake, channel, store, clock, changes })
}

interface DeskOn<Fake extends FakePlatform> {
  readonly server: Listening
  readonly fake: Fake
  readonly channel: Channel
  readonly store: Store
  readonly clock: Clock
  readonly changes: Parameters<typeof workParts>[1]
}

/** A fake platform and its real channel around a store, with the work loop to be turned by hand. */
export function deskOn<Fake extends FakePlatform>(on: DeskOn<Fake>) {
  const { server, fake, channel, store, clock, changes = {} } = on
  const parts = workParts(store, { channels: [channel], clock, ...changes })
  const intake = {
    inbox: store.inbox,
    observer: store.observer,
    maxWaiting: 1_000,
    forgedStatus: 200,
    count: () => undefined,
    alarm: () => undefined,
  } as const
  server.app.use('/fake', fake.router)
  server.app.use('/webhook', webhook(channel, intake))
  const jobsFor = async (table: string) =>
    (await rowsOf(store, table)).map(({ id }) => ({
      id: String(id),
      key: String(id),
      isLastAttempt: false,
    }))
  return {
    fake,
    parts,
    answer: async () => answerMessages(parts, await jobsFor('person')),
    send: async () => sendReplies(parts, fake.name, await jobsFor('person')),
    tend: async () => tendHandOvers(parts, await jobsFor('hand_over')),
    shown: (user: string) => fake.received(user).map(({ text }) => text),
    close: () => server.close(),
  }
}
