import type { Said, TalkSource, Wordless } from '../../conversation/said.ts'
import { wordsOrWordless } from '../platform/words-or-wordless.ts'
import type { ZaloEvent } from './event.ts'

const attachments: Readonly<Record<string, Wordless>> = {
  user_send_image: 'image',
  user_send_gif: 'gif',
  user_send_link: 'link',
  user_send_audio: 'audio',
  user_send_video: 'video',
  user_send_sticker: 'sticker',
  user_send_location: 'location',
  user_send_file: 'file',
  user_send_business_card: 'contact',
}

/** What a person did, or undefined for everything Zalo tells us that nobody waits on. */
export function saidInEvent(event: ZaloEvent): Said | undefined {
  const { event_name: name, message, info } = event
  if (name === 'follow' || name === 'user_click_chatnow') return { kind: 'arrived' }
  if (name === 'user_submit_info') return submitted(info)
  if (name === 'user_send_text') return typedOrTapped(message?.text)
  if (name.startsWith('user_send_')) return wordsOrWordless(message?.text, attachments[name] ?? 'other')
  return undefined
}

/** Zalo tells of no link and no advertisement: a link's code stands in the text it fills in ("… #ref:hoi-cho-11"). */
const LINK_CODE = /(?:^|\s)#ref:([\w-]{1,64})(?=\s|$)/

export function sourceIn(text: string | undefined): TalkSource | undefined {
  const ref = LINK_CODE.exec(text ?? '')?.[1]
  return ref === undefined ? undefined : { kind: 'link', ref }
}

/** Zalo sends a tap on a button as a text message that is the payload; ours all start with "#". */
function typedOrTapped(written: string | undefined): Said {
  const text = written?.replace(LINK_CODE, ' ')
  const typed = text?.trim() ?? ''
  if (typed === '' && sourceIn(written)) return { kind: 'arrived' }
  return typed.startsWith('#')
    ? { kind: 'words', text: typed, payload: typed }
    : wordsOrWordless(text, undefined)
}

/** The answer to Zalo's contact form; the day of birth and the street are not read. The number as typed ("84912…" → "+84912…"). */
function submitted(info: ZaloEvent['info']): Said {
  const { phone, name } = info ?? {}
  if (!phone) return { kind: 'wordless', what: 'contact' }
  const commune = communeIn(info)
  const contact = {
    phone: phone.startsWith('84') ? `+${phone}` : phone,
    ...(name !== undefined && { name }),
    ...(commune !== undefined && { commune }),
  }
  return { kind: 'shared', contact }
}

/** "Phường Vinh Phú, Tỉnh Nghệ An", from today's shape or an older one. */
function communeIn(info: ZaloEvent['info']): string | undefined {
  const { ward, city, full_address: at = { user_ward: ward, user_city: city } } = info ?? {}
  if (at.user_ward === undefined) return undefined
  return at.user_city === undefined ? at.user_ward : `${at.user_ward}, ${at.user_city}`
}
