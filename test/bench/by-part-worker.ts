import { setTimeout as pause } from 'node:timers/promises'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import { openBacking } from '../../src/adapters/postgres/open-backing.ts'
import { storeOn, type Store } from '../../src/adapters/postgres/store.ts'
import { createBot } from '../../src/bot/bot.ts'
import { webhook } from '../../src/http/webhooks.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { sendReplies } from '../../src/work/send-replies.ts'
import { serve } from '../support/serve.ts'
import { testKey } from '../support/store.ts'
import { workParts } from '../support/store-work.ts'
import { desk, knowledge } from '../support/talk.ts'

// A process of its own beside the bench, which does one part of the work after the other as it is told, and says what
// each cost it: acknowledge, turn, send.

export const parts = ['acknowledge', 'turn', 'send'] as const
export type Part = (typeof parts)[number]

/** A part to be done to the end, or only to be measured: what came in over HTTP meanwhile. */
export interface Told {
  readonly do: 'turn' | 'send' | 'measure'
}

const [, , databaseUrl = '', apiBase = ''] = process.argv
const keys = { pageId: '1088', appSecret: 'app-secret', pageToken: 'page-token' }
const LOOK_EVERY_MS = 100

const clock = { now: () => new Date() }
const options = { piiKey: testKey, clock, retentionDays: 90, failed: () => undefined }
const channel = messengerChannel({ ...keys, apiBase })
let used = process.cpuUsage()
let store: Store | undefined

const say = (what: object): void => void process.send?.(what)

/** Milliseconds of CPU since the last question: user and system, all threads. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage(used)
  used = process.cpuUsage()
  return (user + system) / 1_000
}

async function nothing(left: () => Promise<number>): Promise<void> {
  while ((await left()) > 0) await pause(LOOK_EVERY_MS)
}

async function begin(): Promise<void> {
  store = await storeOn(await openBacking({ databaseUrl }), options)
  const { inbox, observer } = store
  const router = webhook(channel, {
    ...{ inbox, observer, maxWaiting: 1_000_000, forgedStatus: 200 },
    count: () => undefined,
    alarm: () => undefined,
  })
  const { url } = await serve({ parts: [{ at: '/webhooks/messenger', router }] })
  say({ url: `${url}/webhooks/messenger` })
}

/** Works one queue until nothing of it is left, and lets go of it again. */
async function work(what: 'turn' | 'send', open: Store): Promise<void> {
  const parts = workParts(open, { bot: createBot(knowledge, desk), channels: [channel], clock })
  const { figures, queues } = open
  if (what === 'turn') {
    await queues.work('inbound', (jobs) => answerMessages(parts, jobs))
    await nothing(async () => (await figures()).waiting)
  } else {
    await queues.work('outbound-messenger', (jobs) => sendReplies(parts, 'messenger', jobs))
    await nothing(async () => {
      const { waiting = 0, sending = 0 } = (await figures()).outbox
      return waiting + sending
    })
  }
  await queues.stop()
}

process.on('message', (told: Told) => {
  void (async () => {
    if (store && told.do !== 'measure') await work(told.do, store)
    say({ cpuMs: cpuMs() })
  })()
})
if (process.send) await begin() // the bench itself only takes names from here
