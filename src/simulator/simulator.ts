import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { ChannelName } from '../ports.ts'
import type { FakePlatform } from './fake-platform/fake-platform.ts'
import type { FakeZalo } from './fake-zalo/fake-zalo.ts'
import type { KnownPeople } from './known-people.ts'
import { noticeOnPhone } from './notice-on-phone.ts'
import { openStream, type Stream } from './stream.ts'

export interface SimulatorOptions {
  readonly zalo: FakeZalo
  readonly messenger: FakePlatform
  readonly people: KnownPeople
  readonly pageFolder: string
}

const person = z.string().regex(/^[a-z0-9]{4,20}$/)
const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('say'), person, text: z.string().min(1).max(5_000) }),
  z.object({ act: z.literal('staff'), person, text: z.string().min(1).max(2_000) }),
  z.object({ act: z.literal('tap'), person, label: z.string().min(1), payload: z.string().min(1) }),
  z.object({ act: z.literal('arrive'), person }),
  z.object({ act: z.literal('send'), person, what: z.enum(['sticker', 'image', 'audio', 'location']) }),
])
type Act = z.output<typeof act>

/** The page with two citizen phones and an agent's, and its one stream of what the fake platforms show. */
export function simulator(options: SimulatorOptions): Router {
  const router = express.Router()
  router.get('/', (_, res) => res.sendFile('index.html', { root: options.pageFolder }))
  router.use('/simulator', express.static(options.pageFolder, { index: false }))
  router.get('/simulator/events', (req, res) => watch(options, req, res))
  router.post('/simulator/:channel/act', express.json({ limit: '16kb' }), async (req, res) => {
    const platform = platformOf(options, req.params.channel)
    const read = act.safeParse(req.body)
    if (!platform || !read.success) {
      res.sendStatus(400)
      return
    }
    await options.people.remember(userId(read.data.person))
    const delivery = await perform(platform, read.data)
    res.status(delivery === 'accepted' ? 202 : 502).end()
  })
  return router
}

function platformOf({ zalo, messenger }: SimulatorOptions, channel: unknown): FakePlatform | undefined {
  return [zalo, messenger].find(({ name }) => name === channel)
}

/** Platforms give people long numeric ids; ours are readable. */
const userId = (name: string) => `nguoi-dan-${name}`

function perform(platform: FakePlatform, done: Act) {
  const id = userId(done.person)
  switch (done.act) {
    case 'say':
      return platform.say(id, done.text)
    case 'staff':
      return platform.staffSay(id, done.text)
    case 'tap':
      return platform.tap(id, { label: done.label, payload: done.payload })
    case 'arrive':
      return platform.arrive(id)
    case 'send':
      return platform.sendWordless(id, done.what)
  }
}

/** Sends what is on the phones already, then every change, until the browser leaves. */
function watch({ zalo, messenger }: SimulatorOptions, req: Request, res: Response): void {
  const read = person.safeParse(req.query.person)
  if (!read.success) {
    res.sendStatus(400)
    return
  }
  const id = userId(read.data)
  const stream = openStream(res)
  const unwatch = [
    watchThread(zalo, id, stream),
    watchThread(messenger, id, stream),
    zalo.onNotice((notice) => stream.send('notice', noticeOnPhone(notice))),
  ]
  for (const notice of zalo.notices()) stream.send('notice', noticeOnPhone(notice))
  req.on('close', () => {
    for (const stop of unwatch) stop()
    stream.close()
  })
}

function watchThread(platform: FakePlatform, id: string, stream: Stream): () => void {
  const show = (channel: ChannelName, line: object) => stream.send('line', { channel, line })
  for (const line of platform.thread(id)) show(platform.name, line)
  return platform.onMessage((user, line) => {
    if (user === id) show(platform.name, line)
    if (user === id && line.from === 'page' && line.mark === 'delivered') platform.see(id)
  })
}
