import { createHash, randomBytes } from 'node:crypto'
import type { Wordless } from '../../conversation/said.ts'
import type { Wrapped } from '../fake-platform/webhook-sender.ts'
import type { ZaloHabits } from './options.ts'

/** One webhook body: Zalo sends one event a call. */
export type ZaloEventBody = Readonly<Record<string, unknown>>

const ADMIN = '3300998811220011447'
const CDN = 'https://cdn.zalo.invalid'
const picture = { thumbnail: `${CDN}/t.jpg`, url: `${CDN}/i.jpg` }

/** Event name, attachment type and payload of everything a person can send without words. */
const attachments: Readonly<Record<Wordless, readonly [event: string, type: string, payload: object]>> = {
  sticker: ['user_send_sticker', 'sticker', { id: '9f31c20d77ae', url: `${CDN}/s.png` }],
  image: ['user_send_image', 'image', picture],
  gif: ['user_send_gif', 'gif', picture],
  audio: ['user_send_audio', 'audio', { url: `${CDN}/a.amr` }],
  video: ['user_send_video', 'video', { ...picture, description: '' }],
  file: ['user_send_file', 'file', { url: `${CDN}/f.pdf`, name: 'f.pdf', size: '90112', type: 'pdf' }],
  location: [
    'user_send_location',
    'location',
    { coordinates: { latitude: '18.6734', longitude: '105.6922' } },
  ],
  link: ['user_send_link', 'link', { ...picture, description: '' }],
  contact: ['user_send_business_card', 'link', { ...picture, description: '{"phone":"84900000000"}' }],
  other: ['user_send_poll', 'poll', {}],
}

/** The ids every event of one OA carries. */
export class ZaloEvents {
  readonly #options: ZaloHabits

  constructor(options: ZaloHabits) {
    this.#options = options
  }

  text(userId: string, msgId: string, text: string): ZaloEventBody {
    return this.#fromUser('user_send_text', userId, { text, msg_id: msgId })
  }

  wordless(userId: string, msgId: string, what: Wordless): ZaloEventBody {
    const [event, type, payload] = attachments[what]
    return this.#fromUser(event, userId, { msg_id: msgId, attachments: [{ type, payload }] })
  }

  /** They let Zalo tell the OA who they are. */
  submitInfo(userId: string, info: object): ZaloEventBody {
    const sides = { sender: { id: userId }, recipient: { id: this.#options.oaId } }
    return { ...this.#envelope('user_submit_info'), ...sides, info }
  }

  /** follow and unfollow. */
  follower(event: 'follow' | 'unfollow', userId: string): ZaloEventBody {
    return {
      ...this.#envelope(event),
      oa_id: this.#options.oaId,
      follower: { id: userId },
      source: 'oa_profile',
    }
  }

  chatNow(userId: string): ZaloEventBody {
    return { ...this.#envelope('user_click_chatnow'), oa_id: this.#options.oaId, user_id: userId }
  }

  /** Echoes and receipts: here the OA is the sender, whoever acted. */
  fromOa(event: string, userId: string, message: object): ZaloEventBody {
    const sides = { sender: { id: this.#options.oaId }, recipient: { id: userId } }
    return { ...this.#envelope(event), ...sides, message }
  }

  /** The echo of what an administrator typed in the OA's chat tool. */
  byHand(userId: string, message: object): ZaloEventBody {
    const sides = { sender: { id: this.#options.oaId, admin_id: ADMIN }, recipient: { id: userId } }
    return { ...this.#envelope('oa_send_text'), ...sides, message }
  }

  #fromUser(event: string, userId: string, message: object): ZaloEventBody {
    const sides = { sender: { id: userId }, recipient: { id: this.#options.oaId } }
    return { ...this.#envelope(event), ...sides, message }
  }

  #envelope(event: string): ZaloEventBody {
    const timestamp = String(this.#options.now().getTime())
    return { app_id: this.#options.appId, event_name: event, timestamp }
  }
}

export function newZaloId(): string {
  return randomBytes(10).toString('hex')
}

/** One signed call: SHA-256 of app id + body + timestamp + OA secret, and which retry it is. */
export function wrapZaloEvent(
  { appId, oaSecret }: ZaloHabits,
  event: ZaloEventBody,
  tries: number,
  forge: boolean,
): Wrapped {
  const body = JSON.stringify(event)
  const secret = forge ? `not-${oaSecret}` : oaSecret
  const signed = createHash('sha256').update(`${appId}${body}${String(event['timestamp'])}${secret}`)
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-zevent-signature': `mac=${signed.digest('hex')}`,
      ...(tries > 0 && { num_retry: String(tries) }),
    },
  }
}
