import { z } from 'zod'
import type { Usage } from '../platform/page-gate.ts'

const calls = z.object({
  'x-ratelimit-limit': z.coerce.number().positive(),
  'x-ratelimit-remain': z.coerce.number(),
})
const PERCENT = 100

/** How much of this minute's calls is used up; Zalo counts anew each minute. Absent headers say that nothing is. */
export function readZaloUsage(headers: Readonly<Record<string, unknown>>): Usage {
  const read = calls.safeParse(headers)
  if (!read.success) return { percent: 0, regainMinutes: 0 }
  const { 'x-ratelimit-limit': limit, 'x-ratelimit-remain': remain } = read.data
  return { percent: PERCENT * (1 - remain / limit), regainMinutes: 0 }
}
