import { readJson } from '../platform/read-json.ts'
import { zaloEvent } from './event.ts'

/**
 * The Official Account a webhook call speaks of. Zalo swaps sender and recipient by event, so the side that is one of
 * ours is the OA; where neither is, only an id that can be no person's is named.
 */
export function zaloDesksIn(rawBody: Buffer, isOurs: (desk: string) => boolean): readonly string[] {
  const event = zaloEvent.safeParse(readJson(rawBody))
  if (!event.success) return []
  const { sender, recipient, oa_id, oaId, event_name: name } = event.data
  const sides = [oa_id, oaId, recipient?.id, sender?.id].filter((id) => id !== undefined)
  const ours = sides.find(isOurs)
  if (ours !== undefined) return [ours]
  const named = oa_id ?? oaId ?? (name.startsWith('user_send_') ? recipient?.id : undefined)
  return sides.length === 0 ? [] : [named ?? 'unknown']
}
