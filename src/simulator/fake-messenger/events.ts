import { createHmac, randomBytes } from 'node:crypto'
import type { Button } from '../../conversation/reply.ts'
import type { Wordless } from '../../conversation/said.ts'
import type { Wrapped } from '../fake-platform/webhook-sender.ts'
import type { MessengerHabits } from './options.ts'

/** One event of one person, before it is put into an entry. */
export type MessagingEventBody = Readonly<Record<string, unknown>>

const CDN = 'https://cdn.messenger.invalid'
const STICKER = 369_239_263_222_822

/** The attachment of everything a person can send without words, as Meta names it today. */
const attachments: Readonly<Record<Wordless, object>> = {
  sticker: { type: 'sticker', payload: { url: `${CDN}/s.png`, sticker_id: STICKER } },
  image: { type: 'image', payload: { url: `${CDN}/i` } },
  gif: { type: 'image', payload: { url: `${CDN}/g.gif` } },
  audio: { type: 'audio', payload: { url: `${CDN}/a` } },
  video: { type: 'video', payload: { url: `${CDN}/v` } },
  file: { type: 'file', payload: { url: `${CDN}/f` } },
  location: { type: 'location', payload: { coordinates: { lat: 18.6734, long: 105.6922 } } },
  link: { type: 'fallback', payload: { url: `${CDN}/page`, title: '' } },
  contact: { type: 'fallback' },
  other: { type: 'appointment_booking' },
}

/** The events of one Page. */
export class MessengerEvents {
  readonly #options: MessengerHabits

  constructor(options: MessengerHabits) {
    this.#options = options
  }

  text(userId: string, mid: string, text: string): MessagingEventBody {
    return this.fromUser(userId, { message: { mid, text } })
  }

  quickReply(userId: string, mid: string, { label, payload }: Button): MessagingEventBody {
    return this.fromUser(userId, { message: { mid, text: label, quick_reply: { payload } } })
  }

  wordless(userId: string, mid: string, what: Wordless): MessagingEventBody {
    return this.fromUser(userId, { message: { mid, attachments: [attachments[what]] } })
  }

  postback(userId: string, mid: string, { label, payload }: Button, ref?: string): MessagingEventBody {
    const referral = ref !== undefined && { referral: { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' } }
    return this.fromUser(userId, { postback: { mid, title: label, payload, ...referral } })
  }

  referral(userId: string, ref: string): MessagingEventBody {
    return this.fromUser(userId, { referral: { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' } })
  }

  /** A change of the Page's feed, not a message; its clock counts seconds. */
  comment(
    userId: string,
    { id, post, text }: { id: string; post: string; text: string },
  ): MessagingEventBody {
    const { pageId, now, namesCommenters } = this.#options
    const from = namesCommenters && {
      from: { id: userId === pageId ? pageId : `fb-${userId}`, name: 'Người dân' },
    }
    const created_time = Math.floor(now().getTime() / 1_000)
    const ids = { post_id: post, comment_id: id, parent_id: post }
    return {
      field: 'feed',
      value: { ...from, item: 'comment', verb: 'add', ...ids, message: text, created_time },
    }
  }

  /** Receipts: the person's phone reports what it received (`delivery`) or showed (`read`). */
  fromUser(userId: string, what: object): MessagingEventBody {
    const sides = { sender: { id: userId }, recipient: { id: this.#options.pageId } }
    return { ...sides, timestamp: this.#options.now().getTime(), ...what }
  }

  echo(userId: string, message: object): MessagingEventBody {
    const { pageId, appId, now } = this.#options
    const sides = { sender: { id: pageId }, recipient: { id: userId } }
    return { ...sides, timestamp: now().getTime(), message: { is_echo: true, app_id: appId, ...message } }
  }
}

export function newMid(): string {
  return `m_${randomBytes(24).toString('base64url')}`
}

/** One signed call, an entry for each event; non-ASCII letters travel as \uXXXX and are signed that way. */
export function wrapMessengerEvents(
  { pageId, appSecret, now, escapeSlashes }: MessengerHabits,
  events: readonly MessagingEventBody[],
  forge: boolean,
): Wrapped {
  const time = now().getTime()
  const entry = events.map((event) =>
    'field' in event
      ? { id: pageId, time: Math.floor(time / 1_000), changes: [event] }
      : { id: pageId, time, messaging: [event] },
  )
  const json = escapeNonAscii(JSON.stringify({ object: 'page', entry }))
  const body = escapeSlashes ? json.replaceAll('/', '\\/') : json
  const secret = forge ? `not-${appSecret}` : appSecret
  const signed = createHmac('sha256', secret).update(body).digest('hex')
  return { body, headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signed}` } }
}

function escapeNonAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
