import { timingSafeEqual } from 'node:crypto'

/** Compares two secrets without telling, by how long it takes, where they differ. */
export function sameText(given: string | undefined, expected: string): boolean {
  const a = Buffer.from(given ?? '')
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
