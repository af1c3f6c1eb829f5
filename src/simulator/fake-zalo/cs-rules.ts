import { z } from 'zod'
import type { Button } from '../../conversation/reply.ts'
import type { People } from '../fake-platform/people.ts'
import type { ZaloCore } from './core.ts'

const HOUR_MS = 3_600_000
const CLOSED_AFTER_MS = 7 * 24 * HOUR_MS
export const FREE_FOR_MS = 48 * HOUR_MS

const ATTACHMENT_LIVES_MS = CLOSED_AFTER_MS
const LONGEST_TEXT = 2_000
const LONGEST_TITLE = 100
const LONGEST_PAYLOAD = 1_000
const MOST_BUTTONS = 5

const button = z.object({ title: z.string().min(1), type: z.string(), payload: z.unknown() })
const formMessage = z.object({
  attachment: z.object({
    type: z.literal('template'),
    payload: z.object({
      template_type: z.literal('request_user_info'),
      elements: z
        .array(z.object({ title: z.string().min(1), subtitle: z.string(), image_url: z.url() }))
        .length(1),
    }),
  }),
})
const pictureMessage = z.object({
  text: z.string().min(1).optional(),
  attachment: z.object({
    type: z.literal('template'),
    payload: z.object({
      template_type: z.literal('media'),
      elements: z.array(z.object({ media_type: z.literal('image'), attachment_id: z.string() })).length(1),
    }),
  }),
})
/** A tap on Zalo's own contact form, which only this fake's phone knows. */
export const SHARE_CONTACT = { label: 'Gửi thông tin của tôi', payload: '#zalo:contact' }

const csBody = z.object({
  recipient: z.object({ user_id: z.string() }),
  message: z.union([
    formMessage.transform(asForm),
    pictureMessage.transform(asPicture),
    z.object({
      text: z.string().min(1),
      attachment: z
        .object({ type: z.literal('template'), payload: z.object({ buttons: z.array(button).min(1) }) })
        .optional(),
      attachmentId: z.undefined().optional(),
    }),
  ]),
})

/** The picture it names, with the words under it. */
function asPicture({ text = '', attachment }: z.output<typeof pictureMessage>) {
  return { text, attachmentId: attachment.payload.elements[0]?.attachment_id, attachment: undefined }
}

/** The form as it stands on the phone: our words and one button of Zalo's. */
function asForm({ attachment }: z.output<typeof formMessage>) {
  const [{ title, subtitle } = { title: '', subtitle: '' }] = attachment.payload.elements
  const buttons = [{ title: SHARE_CONTACT.label, type: 'zalo', payload: SHARE_CONTACT.payload }]
  return { text: `${title}\n${subtitle}`, attachmentId: undefined, attachment: { payload: { buttons } } }
}

export interface CsMessage {
  readonly userId: string
  readonly text: string
  readonly buttons: readonly Button[]
  readonly picture?: string // where it is seen
}

/** Texts as Zalo words them; the number is what a client may rely on. */
export const zaloErrorTexts: Readonly<Record<number, string>> = {
  [-100]: 'Attachment is expired',
  [-32]: 'Your application reached limit call api',
  [-201]: 'user_id is invalid!',
  [-210]: 'Parameter exceeds allowable limit',
  [-216]: 'Access token is invalid',
  [-217]: 'User has blocked invitation from OA',
  [-220]: 'access_token is expired or removed',
  [-230]: 'User has not interacted with the OA in the past 7 days',
  [-234]: 'Not allowed to send between 22:00 and 06:00',
  [-249]: 'This template cannot be sent by user id',
  [-232]: 'User has not interacted with the OA, or the last interaction has expired',
}

/** A customer-service message Zalo would accept, or its error number. */
export function readCsMessage(
  body: unknown,
  { people, pictures }: Pick<ZaloCore, 'people' | 'pictures'>,
  now: Date,
): CsMessage | number {
  const read = csBody.safeParse(body)
  if (!read.success) return -201
  const { recipient, message } = read.data
  const buttons = message.attachment?.payload.buttons ?? []
  if (lengthOf(message.text) > LONGEST_TEXT || !buttons.every(fits) || buttons.length > MOST_BUTTONS)
    return -210
  const shown = buttons.map(({ title, payload }) => ({ label: title, payload: String(payload) }))
  const { attachmentId, text } = message
  const alive = new Date(now.getTime() - ATTACHMENT_LIVES_MS)
  const picture = attachmentId === undefined ? undefined : pictures.addressOf(attachmentId, alive)
  if (attachmentId !== undefined && picture === undefined) return -100
  const said = { userId: recipient.user_id, text, buttons: shown, ...(picture !== undefined && { picture }) }
  return windowError(recipient.user_id, people, now) ?? said
}

function windowError(userId: string, people: People, now: Date): number | undefined {
  const person = people.find(userId)
  if (!person) return -201
  if (person.blocked) return -217
  if (!person.interactedAt) return -232
  return now.getTime() - person.interactedAt.getTime() > CLOSED_AFTER_MS ? -230 : undefined
}

function fits({ title, payload }: z.output<typeof button>): boolean {
  return lengthOf(title) <= LONGEST_TITLE && lengthOf(String(payload)) <= LONGEST_PAYLOAD
}

function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length
}
