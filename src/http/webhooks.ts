import express, { type Request, type Response, type Router } from 'express'
import type { Channel, InboundMessage, Inbox, Observer } from '../ports.ts'
import type { WebhookOutcome } from '../watch/watch.ts'
import { inboundRequest } from './inbound-request.ts'

/** How webhooks are taken in, and who hears of trouble. */
export interface Intake {
  readonly inbox: Inbox
  readonly observer: Observer
  /** Above this many waiting messages a webhook is answered 503, so that the platform comes back later. */
  readonly maxWaiting: number
  /** What a forged call is answered: a 401 feeds the platforms' retry ladders and can end in being unsubscribed. */
  readonly forgedStatus: 200 | 401
  count(event: WebhookOutcome, n: number): void
  alarm(what: string, detail: Readonly<Record<string, string>>): void
}

const RETRY_AFTER_SECONDS = '30'

/** One channel's way in. Zalo gives 2 s and Messenger 5 s: check, keep, answer; thinking happens later, in src/work. */
export function webhook(channel: Channel, intake: Intake): Router {
  const router = express.Router()
  router.post('/', express.raw({ type: () => true, limit: '256kb' }), (req, res) =>
    take(channel, intake, req, res),
  )
  return router
}

async function take(channel: Channel, intake: Intake, req: Request, res: Response): Promise<void> {
  const rawBody = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  const received = channel.receive(inboundRequest(rawBody, req.headers))
  if (received.kind === 'refused') {
    intake.count('refused', 1)
    intake.alarm('webhook refused', { channel: channel.name, why: received.why })
    res.sendStatus(intake.forgedStatus)
    return
  }
  intake.count('ignored', received.ignored.length)
  for (const page of received.strangers ?? []) {
    intake.count('not-our-page', 1)
    intake.alarm('event of a page that is not ours', { channel: channel.name, page })
  }
  await intake.observer.note(received.observations ?? []) // throws → 500 → they try again
  if (received.messages.length === 0) {
    res.sendStatus(200)
    return
  }
  if ((await intake.inbox.waiting()) > intake.maxWaiting) {
    intake.count('turned-away', 1)
    res.set('Retry-After', RETRY_AFTER_SECONDS).sendStatus(503)
    return
  }
  const { fresh, repeats } = await keep(intake, received.messages, rawBody)
  intake.count('kept', fresh)
  intake.count('repeated', repeats)
  res.sendStatus(200)
}

/** Throws when they cannot be kept: 500, and the platform tries again. */
async function keep(intake: Intake, messages: readonly InboundMessage[], rawBody: Buffer) {
  try {
    return await intake.inbox.accept(messages, rawBody)
  } catch (error) {
    intake.count('not-kept', messages.length)
    intake.alarm('webhook not kept', { messages: String(messages.length), ...whyOf(error) })
    throw error
  }
}

/** The database's own code, where it has one: 53100 is a full disk. Never its words, which may quote a row. */
function whyOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return {}
  return { error: error.name, ...('code' in error && typeof error.code === 'string' && { code: error.code }) }
}

/** Meta's handshake: the challenge back as the whole body when the token is one of ours, 403 otherwise. */
export function messengerHandshake(isOurs: (verifyToken: string) => boolean): Router {
  const router = express.Router()
  router.get('/', (req, res) => {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = req.query
    const asked = mode === 'subscribe' && typeof token === 'string' && typeof challenge === 'string'
    if (asked && isOurs(token)) res.type('text/plain').send(challenge)
    else res.sendStatus(403)
  })
  return router
}
