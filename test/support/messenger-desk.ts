import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { webhook } from '../../src/http/webhooks.ts'
import type { Clock } from '../../src/ports.ts'
import { fakeMessenger } from '../../src/simulator/fake-messenger/fake-messenger.ts'
import type { FakeMessengerOptions } from '../../src/simulator/fake-messenger/options.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { sendReplies } from '../../src/work/send-replies.ts'
import { listen } from './listen.ts'
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
  const jobs = async () =>
    (await rowsOf(store, 'person')).map(({ id }) => ({
      id: String(id),
      key: String(id),
      isLastAttempt: false,
    }))
  return {
    fake,
    parts,
    answer: async () => answerMessages(parts, await jobs()),
    send: async () => sendReplies(parts, 'messenger', await jobs()),
    shown: (user: string) => fake.received(user).map(({ text }) => text),
    close: () => server.close(),
  }
}
