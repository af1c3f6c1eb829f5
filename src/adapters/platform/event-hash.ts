import { createHash } from 'node:crypto'

/** The key of an event whose platform gave it no id: the same event sent again has the same key. */
export function eventHash(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
