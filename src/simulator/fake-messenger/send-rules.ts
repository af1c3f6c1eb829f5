import { z } from 'zod'
import type { Button } from '../../conversation/reply.ts'
import type { MessengerCore } from './core.ts'
import type { Posts } from './posts.ts'
import type { People } from '../fake-platform/people.ts'

const DAY_MS = 24 * 3_600_000
const LONGEST_TEXT = 2_000
const SHOWN_TITLE = 20 // longer ones are cut
const LONGEST_PAYLOAD = 1_000
const MOST_QUICK_REPLIES = 13

const quickReply = z.object({
  content_type: z.literal('text'),
  title: z.string().min(1),
  payload: z.string().min(1).max(LONGEST_PAYLOAD),
})
const privateReplyTo = z.union([
  z.object({ comment_id: z.string() }).transform(({ comment_id }) => `comment:${comment_id}`),
  z.object({ post_id: z.string() }).transform(({ post_id }) => `post:${post_id}`),
])
const sendBody = z.object({
  recipient: z.union([z.object({ id: z.string() }), privateReplyTo]),
  messaging_type: z.string().default('RESPONSE'),
  tag: z.string().optional(),
  message: z.object({
    text: z.string().min(1).optional(),
    attachment: z
      .object({ type: z.literal('image'), payload: z.object({ attachment_id: z.string() }) })
      .optional(),
    metadata: z.string().max(1_000).optional(),
    quick_replies: z.array(quickReply).min(1).optional(),
  }),
})
type SendBody = z.output<typeof sendBody>

export interface GraphError {
  readonly code: number
  readonly subcode?: number
  readonly message: string
}

export interface PageMessage {
  readonly userId: string
  readonly text: string
  readonly buttons: readonly Button[]
  readonly metadata: string | undefined
  readonly picture?: string // where it is seen
}

const invalid: GraphError = { code: 100, message: '(#100) Invalid parameter' }
const tooLong: GraphError = {
  code: 100,
  message: `(#100) Length of param message[text] must be less than or equal to ${LONGEST_TEXT}`,
}
const badComment: GraphError = { code: 100, subcode: 2_018_292, message: '(#100) Invalid comment_id' }
const alreadyReplied: GraphError = { code: 10_900, message: '(#10900) Activity already replied to' }
const tooMany: GraphError = {
  code: 105,
  message: '(#105) param message[quick_replies] has too many elements.',
}
const noUser: GraphError = { code: 100, subcode: 2_018_001, message: '(#100) No matching user found' }
const unavailable: GraphError = {
  code: 551,
  subcode: 1_545_041,
  message: "(#551) This person isn't available right now.",
}
const outsideWindow: GraphError = {
  code: 10,
  subcode: 2_018_278,
  message: '(#10) This message is sent outside of allowed window.',
}

/** A message Meta would accept, or its error. Titles that are too long are cut, as on the phone. */
export function readPageMessage(
  body: unknown,
  { people, posts, pictures }: Pick<MessengerCore, 'people' | 'posts' | 'pictures'>,
  now: Date,
): PageMessage | GraphError {
  const read = sendBody.safeParse(body)
  if (!read.success) return invalid
  const { recipient, message } = read.data
  const shown = contentOf(message, pictures)
  if (!shown) return invalid
  const tooMuch = limitError(message)
  if (tooMuch) return tooMuch
  if (typeof recipient === 'string') return privateReply(recipient, message, posts, now)
  const refused = personError(recipient.id, people) ?? windowError(recipient.id, read.data, people, now)
  if (refused) return refused
  const buttons = (message.quick_replies ?? []).map(({ title, payload }) => ({
    label: [...title].slice(0, SHOWN_TITLE).join(''),
    payload,
  }))
  return { userId: recipient.id, ...shown, buttons, metadata: message.metadata }
}

/** Words or a picture that was uploaded, never both. */
function contentOf({ text = '', attachment }: SendBody['message'], pictures: MessengerCore['pictures']) {
  if ((text === '') === (attachment === undefined)) return undefined
  if (!attachment) return { text }
  const picture = pictures.addressOf(attachment.payload.attachment_id)
  return picture === undefined ? undefined : { text, picture }
}

/** Once for each comment, within seven days; it needs no window and opens none. */
function privateReply(
  address: string,
  { text = '', metadata }: SendBody['message'],
  posts: Posts,
  now: Date,
): PageMessage | GraphError {
  const found = posts.addressee(address, now)
  if (found === 'replied') return alreadyReplied
  if (found === 'too-old') return invalid
  if (found === 'gone') return badComment
  posts.markReplied(address)
  return { userId: found.userId, text, buttons: [], metadata }
}

function limitError({ text = '', quick_replies = [] }: SendBody['message']): GraphError | undefined {
  if ([...text.normalize('NFC')].length > LONGEST_TEXT) return tooLong
  return quick_replies.length > MOST_QUICK_REPLIES ? tooMany : undefined
}

function personError(userId: string, people: People): GraphError | undefined {
  const person = people.find(userId)
  if (!person) return noUser
  return person.blocked ? unavailable : undefined
}

/** 24 hours; HUMAN_AGENT 7 days; all other tags were retired on 2026-04-27. */
function windowError(userId: string, { messaging_type, tag }: SendBody, people: People, now: Date) {
  const isTagged = messaging_type === 'MESSAGE_TAG'
  if (isTagged && tag !== 'HUMAN_AGENT') return invalid
  const sinceMs = now.getTime() - (people.find(userId)?.interactedAt?.getTime() ?? -Infinity)
  return sinceMs > (isTagged ? 7 : 1) * DAY_MS ? outsideWindow : undefined
}
