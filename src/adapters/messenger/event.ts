import { z } from 'zod'
import { platformInstant } from '../platform/platform-instant.ts'

const id = z.string().min(1)
const text = z.string().optional().catch(undefined)
const side = z.object({ id }).optional().catch(undefined)
const events = z.array(z.unknown()).catch([])
const stickerId = z.union([z.number(), z.string()]).optional().catch(undefined)
const referral = z.object({ ref: text, ad_id: text, source: text }).optional().catch(undefined)

/** Milliseconds beside messages, seconds beside what happens under posts. */
const FIRST_MS = 100_000_000_000
const entryInstant = platformInstant.transform((at) =>
  at.getTime() < FIRST_MS ? new Date(at.getTime() * 1_000) : at,
)

export const pageBody = z.object({ object: z.literal('page'), entry: events })

/** One Page's part of a call. The three lists may come together, and a call may hold several Pages. */
export const pageEntry = z.object({
  id,
  time: entryInstant.optional().catch(undefined),
  messaging: events,
  standby: events,
  changes: events,
})

const attachment = z.object({
  type: z.string().catch('other'),
  payload: z.object({ sticker_id: stickerId }).optional().catch(undefined),
})

/** Only what we use. Meta adds fields all the time; an odd one must not cost a citizen their answer. */
export const messagingEvent = z.looseObject({
  sender: side,
  recipient: side,
  timestamp: platformInstant.optional().catch(undefined),
  message: z
    .object({
      mid: id.optional().catch(undefined),
      is_echo: z.boolean().catch(false),
      metadata: text,
      app_id: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
      is_deleted: z.boolean().catch(false),
      text,
      sticker_id: stickerId,
      referral,
      quick_reply: z.object({ payload: text }).optional().catch(undefined),
      attachments: z.array(attachment).catch([]),
    })
    .optional(),
  postback: z.object({ mid: text, title: text, payload: text, referral }).optional(),
  referral,
  pass_thread_control: z
    .object({ new_owner_app_id: z.union([z.string(), z.number()]).transform(String) })
    .optional()
    .catch(undefined),
})
export type MessagingEvent = z.output<typeof messagingEvent>
