import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openChannels } from '../../src/app-channels.ts'
import { openZaloAccess, type ZaloAccess } from '../../src/app-zalo.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { inboundRequest } from '../../src/http/inbound-request.ts'
import type { ZaloPage } from '../../src/pages/page.ts'
import type { Channel } from '../../src/ports.ts'
import { fakeZalo, type FakeZalo } from '../../src/simulator/fake-zalo/fake-zalo.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { sendReplies } from '../../src/work/send-replies.ts'
import type { WorkParts } from '../../src/work/work-parts.ts'
import { listen, type Listening } from '../support/listen.ts'
import { newFolder, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { workParts } from '../support/store-work.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-11-23T00:00:00+07:00')
/** A week and a day: so that Zalo's own seven days end within it. */
const HOURS = 8 * 24
const page: ZaloPage = {
  channel: 'zalo',
  id: '1876',
  province: '40',
  commune: undefined,
  voice: 'BHXH tỉnh Nghệ An',
  hours: '7h30–17h',
  hotline: '0238 111 222',
  keys: { appId: '4410', appSecret: 'app-secret', oaSecret: 'oa-secret' },
}
/** Writes every so many hours; the last wrote once and never again. */
const habits: Readonly<Record<string, number>> = {
  ba: 3,
  tu: 11,
  nam: 30,
  sau: 47,
  bay: 60,
  tam: HOURS + 1,
}
const people = Object.keys(habits)
/** The provincial desk has something to add every so many hours, whether they wrote or not. */
const LATER_WORD_EVERY = 17

let now = START
const clock = { now: () => new Date(now) }
let at: TestPlace
let store: Store
let server: Listening
let fake: FakeZalo
let access: ZaloAccess
let channel: Channel
let parts: WorkParts & { alarms: string[] }
const renewals: number[] = []

async function open(paidReplies: boolean) {
  fake = fakeZalo({
    ...page.keys,
    oaId: page.id,
    refreshToken: 'rt-0',
    now: clock.now,
    webhookUrl: `${server.url}/webhook`,
    echoes: false,
    receipts: false,
  })
  server.app.use('/fake', fake.router)
  const api = `${server.url}/fake`
  const pages = { all: () => [page], find: () => page }
  const platforms = {
    zalo: { apiBase: api, oauthBase: api, templateBase: api },
    messenger: { apiBase: api },
    firstTokens: new Map([[page.id, { refreshToken: 'rt-0' }]]),
    keepsTokens: true,
  }
  const callLimit = { take: async () => 'ok' as const }
  const channelParts = { pages, platforms, store, clock, callLimit, paidReplies }
  const alarms: string[] = []
  access = await openZaloAccess({
    ...channelParts,
    publicUrl: 'https://an-sinh.vn',
    fixedVerifier: undefined,
    alarm: (what) => void alarms.push(what),
    note: () => void renewals.push(now),
  })
  const { channels } = openChannels(channelParts, access.tokensOf)
  channel = channels.find(({ name }) => name === 'zalo') as Channel // openChannels makes one of each platform
  parts = { ...workParts(store, { channels, clock, alarm: (what) => void alarms.push(what) }), alarms }
}

beforeEach(async () => {
  now = START
  renewals.length = 0
  at = await newFolder()
  store = await openTestStore(at.place, clock)
  server = await listen()
  server.app.post('/webhook', express.raw({ type: () => true }), async (req, res) => {
    const received = channel.receive(inboundRequest(req.body as Buffer, req.headers)) // express.raw makes a Buffer
    if (received.kind === 'events') await store.inbox.accept(received.messages, req.body as Buffer)
    res.sendStatus(200)
  })
}, 60_000)
afterEach(async () => {
  await access.close()
  await server.close()
  await store.close()
  await at.remove()
}, 60_000)

async function everybody() {
  const rows = await rowsOf(store, 'person')
  return rows.map(({ id }) => ({ id: `job-${String(id)}`, key: String(id), isLastAttempt: false }))
}

/** Something to say that no message of theirs asked for just now. */
async function laterWord(person: string): Promise<void> {
  const session = (await rowsOf(store, 'session')).find(({ person_id }) => person_id === person)
  await store.turns.commit({
    person,
    channel: 'zalo',
    version: Number(session?.['version']),
    session: '0',
    answered: [],
    heardAt: session?.['heard_at'] as Date,
    replies: [{ text: 'Cán bộ nhắn thêm cho bác', buttons: [] }],
    leads: [],
    notices: [],
    notes: [],
  })
}

const heard = new Map<string, number>()
/** What the program wanted to say so long after the person's last word. */
const wanted: number[] = []

async function liveThroughOneHour(hour: number): Promise<void> {
  now = START + hour * HOUR
  await access.tend()
  const writers = people.filter((one) => hour % (habits[one] ?? 1) === 0)
  if (writers.length === 0 && hour % LATER_WORD_EVERY !== 0) return // nothing waits and nothing is said
  for (const name of writers) {
    await fake.say(name, `hỏi lúc ${hour}`)
    heard.set(name, now)
    wanted.push(0)
  }
  const jobs = await everybody()
  await answerMessages(parts, jobs)
  await sendReplies(parts, 'zalo', jobs)
  if (hour === 0 || hour % LATER_WORD_EVERY !== 0) return
  for (const { key } of jobs) await laterWord(key)
  wanted.push(...[...heard.values()].map((last) => now - last))
  await sendReplies(parts, 'zalo', jobs)
}

test.each([
  ['within 48 hours, when replies may not cost', false, 48 * HOUR],
  ['within 7 days, when they may', true, 7 * 24 * HOUR],
])(
  'a week: nothing is refused by Zalo, tokens are renewed on time, everything goes out %s',
  async (_, paid, window) => {
    heard.clear()
    wanted.length = 0
    await open(paid)
    for (let hour = 0; hour <= HOURS; hour += 1) await liveThroughOneHour(hour)

    expect(fake.refusals()).toEqual([])
    expect(fake.tokens.spentTwice).toBe(0)
    expect(parts.alarms).toEqual([])
    const gaps = renewals.slice(1).map((one, i) => one - (renewals[i] ?? 0))
    expect(renewals[0]).toBe(START)
    expect(new Set(gaps)).toEqual(new Set([12 * HOUR]))
    expect(renewals).toHaveLength(17)

    const sent = people.flatMap((name) => fake.received(name))
    const outbox = await rowsOf(store, 'outbox')
    const unsent = outbox.filter(({ state }) => state !== 'sent')
    const allowed = wanted.filter((since) => since <= window)
    expect(sent).toHaveLength(allowed.length)
    expect(unsent).toHaveLength(wanted.length - allowed.length)
    expect(new Set(unsent.map(({ state }) => state))).toEqual(new Set(['not-allowed-now']))
  },
  300_000,
)
