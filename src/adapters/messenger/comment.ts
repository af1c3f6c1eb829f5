import { z } from 'zod'
import type { InboundMessage } from '../../ports.ts'
import { eventHash } from '../platform/event-hash.ts'
import { platformSecond } from '../platform/platform-instant.ts'

const id = z.string().min(1)

/** A Page's field that changed: only new comments and visitors' posts are read, and nothing of what they say. */
const feedChange = z.object({
  field: z.literal('feed'),
  value: z.object({
    item: z.enum(['comment', 'post']),
    verb: z.literal('add'),
    comment_id: id.optional().catch(undefined),
    post_id: id,
    from: z.object({ id }).optional().catch(undefined),
    created_time: platformSecond.optional().catch(undefined),
  }),
})

/**
 * A comment under a post of the Page, or a visitor's post, as something to answer in private; undefined for everything
 * else, the Page's own comments first of all. One answer for each person and post, however often they comment.
 */
export function commentIn(
  given: unknown,
  desk: string,
  entryTime: Date | undefined,
): InboundMessage | undefined {
  const read = feedChange.safeParse(given)
  if (!read.success) return undefined
  const { item, comment_id, post_id, from, created_time } = read.data.value
  const address = item === 'post' ? `post:${post_id}` : comment_id && `comment:${comment_id}`
  const sentAt = created_time ?? entryTime
  if (!address || !sentAt || from?.id === desk) return undefined
  const messageId = eventHash('one private reply', post_id, from?.id ?? address)
  return { from: { channel: 'messenger', desk, id: address }, messageId, sentAt, said: { kind: 'commented' } }
}

/** Where a message goes: to a person, or as the private reply to what they wrote under a post. */
export function recipientOf(address: string): Readonly<Record<string, string>> {
  const [, kind, id = ''] = /^(comment|post):(.+)$/.exec(address) ?? []
  return kind === undefined ? { id: address } : { [`${kind}_id`]: id }
}

export function isComment(address: string): boolean {
  return /^(?:comment|post):/.test(address)
}
