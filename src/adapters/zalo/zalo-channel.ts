import type { Reply } from '../../conversation/reply.ts'
import type { Channel, Clock, Correspondent, RateLimit, Sent, TryLater } from '../../ports.ts'
import { PageGate } from '../platform/page-gate.ts'
import { Uploads } from '../platform/uploads.ts'
import { receiveFromZalo, type ZaloKeys } from './inbound.ts'
import { postMessage, refused } from './post-message.ts'
import { type ContactForm, zaloFormBody, zaloLimitsWith, zaloManners, zaloReplyBody } from './reply-body.ts'
import { sendPicture, type UploadWay } from './send-picture.ts'
import { untilNextMinute } from './send-verdicts.ts'
import type { TokenSource } from './token-source.ts'
import type { ZaloVariants } from './variants.ts'
import { withToken } from './with-token.ts'

export interface ZaloSettings extends ZaloKeys {
  readonly apiBase: string
  readonly tokens: TokenSource
  readonly clock: Clock
  /** Calls a minute of the app, shared by everybody who sends for it. */
  readonly callLimit?: RateLimit
  /** Calls a minute of this OA: less than the app's, and by its package. */
  readonly oaCallLimit?: RateLimit | undefined
  readonly buttons?: ZaloVariants['buttons']
  /** Absent: no contact form is shown. */
  readonly contactForm?: ContactForm | undefined
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
/** A megabyte up a weak line. */
const PICTURE_TIMEOUT_MS = 30_000

/** One Zalo Official Account. Zalo has no place for our own id on a message, so `outboundId` goes unused there. */
export function zaloChannel(settings: ZaloSettings): Channel {
  const gate = new PageGate()
  const uploads = new Uploads()
  return {
    ...zaloManners,
    limits: zaloLimitsWith(settings.contactForm),
    receive: (request) => receiveFromZalo(request, settings),
    async send(to, reply, outboundId) {
      if (to.desk !== settings.oaId)
        return { kind: 'our-fault', detail: 'a message for an OA that is not ours' }
      const wait = await waitFor(settings, gate)
      if (wait) return wait
      const way = wayOf(settings, reply, { gate, uploads })
      return withToken(settings.tokens, (token) =>
        post({ ...way, token }, settings, { to, reply, outboundId }),
      )
    },
  }
}

/** Why nothing may go out just now, if so. */
async function waitFor(settings: ZaloSettings, gate: PageGate): Promise<TryLater | undefined> {
  const entry = gate.enter(settings.clock.now().getTime())
  return entry.kind === 'wait' ? held(entry.ms, entry.why) : minuteIsFull(settings)
}

/** Counts one call of this minute. */
async function minuteIsFull(settings: ZaloSettings): Promise<TryLater | undefined> {
  const { appId, oaId, clock, callLimit, oaCallLimit } = settings
  const isFull =
    (await oaCallLimit?.take(oaId)) === 'too-many' || (await callLimit?.take(appId)) === 'too-many'
  return isFull ? held(untilNextMinute(clock.now()), 'the calls of this minute are used up') : undefined
}

const held = (afterMs: number, why: string): TryLater => ({
  kind: 'try-later',
  afterMs,
  detail: `held: ${why}`,
  untried: true,
})

function bodyOf({ contactForm, buttons }: ZaloSettings, userId: string, reply: Reply): object {
  if (reply.form === 'contact' && contactForm) return zaloFormBody(userId, reply, contactForm)
  return zaloReplyBody(userId, reply, buttons)
}

function wayOf(
  settings: ZaloSettings,
  { picture }: Reply,
  parts: Pick<UploadWay, 'gate' | 'uploads'>,
): Omit<UploadWay, 'token'> {
  const { apiBase, clock, timeoutMs = picture ? PICTURE_TIMEOUT_MS : TIMEOUT_MS } = settings
  return { apiBase, clock, timeoutMs, ...parts, mayCall: () => minuteIsFull(settings) }
}

interface Sending {
  readonly to: Correspondent
  readonly reply: Reply
  readonly outboundId: string
}

async function post(
  way: UploadWay,
  settings: ZaloSettings,
  { to, reply, outboundId }: Sending,
): Promise<Sent | 'token-refused'> {
  const { text, picture } = reply
  if (picture) return sendPicture(way, { userId: to.id, text, picture, outboundId })
  const sent = await postMessage(way, bodyOf(settings, to.id, reply))
  return sent.kind === 'refusal' ? refused(way, sent) : sent
}
