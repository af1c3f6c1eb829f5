import type { Priority } from './lead.ts'
import type { Deadlines } from './lead-record.ts'

const HOUR_MS = 3_600_000

/** Hours an owner has to accept, and to call first. */
const pace: Readonly<Record<Priority, { readonly accept: number; readonly call: number }>> = {
  high: { accept: 2, call: 4 },
  normal: { accept: 4, call: 24 },
}

export function deadlinesFrom(offeredAt: Date, priority: Priority): Deadlines {
  const after = (hours: number) => new Date(offeredAt.getTime() + hours * HOUR_MS)
  return { acceptBefore: after(pace[priority].accept), callBefore: after(pace[priority].call) }
}
