import { z } from 'zod'
import { readJson } from '../platform/read-json.ts'

const percent = z.coerce.number().catch(0)
const used = z.object({ call_count: percent, total_cputime: percent, total_time: percent })
const business = z.record(
  z.string(),
  z.array(used.extend({ estimated_time_to_regain_access: percent })).catch([]),
)

/** How much of Meta's limits is used up, in percent, and after how many minutes calls are taken again (0: now). */
export interface PageUsage {
  readonly percent: number
  readonly regainMinutes: number
}

/** Reads `X-App-Usage` and `X-Business-Use-Case-Usage`; absent or unreadable headers say that nothing is used. */
export function readPageUsage(headers: Readonly<Record<string, unknown>>): PageUsage {
  const app = used.safeParse(jsonIn(headers['x-app-usage']))
  const perBusiness = business.safeParse(jsonIn(headers['x-business-use-case-usage']))
  const rows = perBusiness.success ? Object.values(perBusiness.data).flat() : []
  const all = [...rows, ...(app.success ? [app.data] : [])]
  return {
    percent: Math.max(0, ...all.flatMap((row) => [row.call_count, row.total_cputime, row.total_time])),
    regainMinutes: Math.max(0, ...rows.map((row) => row.estimated_time_to_regain_access)),
  }
}

function jsonIn(header: unknown): unknown {
  return typeof header === 'string' ? readJson(Buffer.from(header)) : undefined
}
