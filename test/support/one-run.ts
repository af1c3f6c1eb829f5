import { randomBytes } from 'node:crypto'
import { removeLeftovers } from './store-places.ts'

/** Vitest calls it before the first test, and what it answers after the last. */
export default function oneRun(): () => Promise<void> {
  const name = randomBytes(6).toString('hex')
  process.env['TEST_RUN'] = name // the workers', too
  return () => removeLeftovers(name)
}
