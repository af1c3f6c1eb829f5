import { z } from 'zod'
import { platformInstant } from '../platform/platform-instant.ts'

const id = z.string().min(1)
const side = z
  .object({ id, admin_id: id.optional().catch(undefined) }) // admin_id: typed by hand in the OA's own chat tool
  .optional()
  .catch(undefined)
const word = z.string().trim().min(1).max(100).optional().catch(undefined)
const phone = z.union([z.string(), z.number()]).transform(String)

/** What the signature needs: it covers the timestamp as text, and names the app. */
export const zaloEnvelope = z.object({
  event_name: z.string(),
  app_id: id,
  timestamp: z.union([z.string(), z.number()]).transform(String),
})

/** Only what we use, and nothing of it required: a field of an odd shape must not cost a citizen their answer. */
export const zaloEvent = z.object({
  event_name: z.string(),
  timestamp: platformInstant,
  sender: side,
  recipient: side,
  follower: side,
  oa_id: id.optional().catch(undefined),
  oaId: id.optional().catch(undefined), // change_oa_daily_quota spells it so
  user_id: id.optional().catch(undefined),
  message: z
    .object({
      msg_id: id.optional().catch(undefined),
      text: z.string().optional().catch(undefined),
      tracking_id: id.optional().catch(undefined), // on receipts of templates by phone
      attachments: z // of a template: its words may stand in there alone
        .array(z.object({ type: z.string(), payload: z.object({ text: z.string().optional() }).catch({}) }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  quota: z
    .object({ new_value: z.coerce.number().int().min(0) }) // change_oa_daily_quota
    .optional()
    .catch(undefined),
  info: z
    .object({
      phone: phone.optional().catch(undefined),
      name: word,
      full_address: z.object({ user_city: word, user_ward: word }).optional().catch(undefined),
      city: word, // an older shape of the same
      ward: word,
    })
    .optional()
    .catch(undefined),
})
export type ZaloEvent = z.output<typeof zaloEvent>
