import { createHash } from 'node:crypto'
import type { InboundMessage } from '../../ports.ts'

/**
 * A UUIDv7 that is the same for the same event: the first 48 bits are its time, the rest a hash of its key. Jobs put
 * in by one transaction share `created_on` and pg-boss breaks ties by id, so these ids are what keeps their order.
 */
export function eventId(at: Date, key: string): string {
  const time = Math.max(0, Math.floor(at.getTime())).toString(16).padStart(12, '0').slice(-12)
  const hash = createHash('sha256').update(key).digest('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}

/** The id a message is kept under, known before it is kept. */
export function idOfMessage({ from, messageId, sentAt }: InboundMessage): string {
  return eventId(sentAt, JSON.stringify([from.channel, from.desk, messageId]))
}

const LONGEST_KEY = 200

/** A platform's id as a key: an index takes no text of any length. */
export function externalKey(id: string): string {
  return id.length <= LONGEST_KEY ? id : createHash('sha256').update(id).digest('hex')
}
