import express, { type Router } from 'express'
import { fromKysely } from 'pg-boss'
import { sql } from 'kysely'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import { eventId } from '../../src/adapters/postgres/event-id.ts'
import { queueOptions } from '../../src/adapters/postgres/job-options.ts'
import { openBacking, type StorePlace } from '../../src/adapters/postgres/open-backing.ts'
import { storeOn } from '../../src/adapters/postgres/store.ts'
import type { Mounted } from '../../src/http/server.ts'
import { webhook } from '../../src/http/webhooks.ts'
import { serve } from '../support/serve.ts'
import { testKey } from '../support/store.ts'

// A process of its own beside the bench: "ours" or "bare" takes webhooks in, and nobody works them off.
const [, , kind = '', place = '{}'] = process.argv
const keys = { pageId: '1088', appSecret: 'app-secret' }

/** What webhook-calls.ts writes. */
interface CallBody {
  readonly entry: readonly [{ readonly messaging: readonly [Event] }]
}
interface Event {
  readonly sender: { readonly id: string }
  readonly message: { readonly mid: string }
  readonly timestamp: number
}

/** Our way in, as the program has it: signature, events, store. */
async function ours(at: StorePlace): Promise<Router> {
  const store = await storeOn(await openBacking(at), {
    piiKey: testKey,
    clock: { now: () => new Date() },
    retentionDays: 90,
    failed: () => undefined,
  })
  const channel = messengerChannel({ ...keys, pageToken: 'page-token', apiBase: 'http://127.0.0.1:9' })
  return webhook(channel, {
    inbox: store.inbox,
    observer: store.observer,
    maxWaiting: 1_000_000,
    forgedStatus: 200,
    count: () => undefined,
    alarm: () => undefined,
  })
}

/** The least that keeps an event: one transaction with its row and its job. No signature, no seal, no shape. */
async function bare(at: StorePlace): Promise<Router> {
  const { db, newBoss } = await openBacking(at)
  const boss = newBoss()
  await boss.start()
  await boss.createQueue('bare', queueOptions)
  await sql`create table bare_event (id text primary key, body text not null)`.execute(db)
  const router = express.Router()
  router.post('/', express.json(), async (req, res) => {
    const { sender, message, timestamp } = (req.body as CallBody).entry[0].messaging[0]
    await db.transaction().execute(async (tx) => {
      await sql`insert into bare_event (id, body) values (${message.mid}, ${JSON.stringify(req.body)})
        on conflict do nothing`.execute(tx)
      const id = eventId(new Date(timestamp), message.mid)
      await boss.send('bare', {}, { id, singletonKey: sender.id, db: fromKysely(tx) })
    })
    res.sendStatus(200)
  })
  return router
}

const at = JSON.parse(place) as StorePlace // the bench wrote it
const router = await (kind === 'ours' ? ours(at) : bare(at))
const mounted: Mounted = { at: '/webhooks/messenger', router }
const { url } = await serve({ parts: [mounted] })
process.stdout.write(`${url}/webhooks/messenger\n`)
