import type { Said, Wordless } from '../../conversation/said.ts'
import { wordsOrWordless } from '../platform/words-or-wordless.ts'
import type { MessagingEvent } from './event.ts'

type Message = NonNullable<MessagingEvent['message']>
type Postback = NonNullable<MessagingEvent['postback']>

/** The payload our Page's Get Started button is set up with. */
export const GET_STARTED = 'GET_STARTED'

const attachments: Readonly<Record<string, Wordless>> = {
  image: 'image',
  audio: 'audio',
  video: 'video',
  file: 'file',
  location: 'location',
  sticker: 'sticker',
  fallback: 'link',
  reel: 'link',
  ig_reel: 'link',
  post: 'link',
  ig_post: 'link',
}

/** What a person did, or undefined for everything Meta tells us that nobody waits on. */
export function saidInEvent({ message, postback, referral }: MessagingEvent): Said | undefined {
  if (message) return saidInMessage(message)
  if (postback) return saidInPostback(postback)
  return referral && arrived(referral.ref)
}

function saidInMessage({ text, quick_reply, sticker_id, attachments: [first] }: Message): Said {
  const payload = quick_reply?.payload
  const isTap = payload !== undefined && payload !== text // a shared phone number is its own payload: plain words
  if (isTap) return { kind: 'words', text: text ?? payload, payload }
  const isSticker = (sticker_id ?? first?.payload?.sticker_id) !== undefined // before 2026-08-30 they came as images
  const attached = isSticker ? 'sticker' : first && (attachments[first.type] ?? 'other')
  return wordsOrWordless(text, attached)
}

function saidInPostback({ title, payload, referral }: Postback): Said | undefined {
  if (payload === GET_STARTED) return arrived(referral?.ref)
  const text = title ?? payload
  if (text === undefined) return undefined
  return payload === undefined ? { kind: 'words', text } : { kind: 'words', text, payload }
}

function arrived(ref: string | undefined): Said {
  return ref === undefined ? { kind: 'arrived' } : { kind: 'arrived', ref }
}
