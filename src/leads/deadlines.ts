import type { Priority } from './lead.ts'
import type { Deadlines } from './lead-record.ts'

/** When a desk is open: the hours of its page, and the holidays. */
export interface OpenTime {
  isOpen(at: Date): boolean
  /** So many minutes of open time later. */
  after(at: Date, minutes: number): Date
}

/** Open minutes an owner has to accept, and to call first: within two hours and four when urgent, else a working day. */
const pace: Readonly<Record<Priority, { readonly accept: number; readonly call: number }>> = {
  high: { accept: 120, call: 240 },
  normal: { accept: 240, call: 480 },
}

/** By when, counted in the open hours of the page the citizen wrote to: nights, weekends and holidays do not count. */
export function deadlinesFrom(offeredAt: Date, priority: Priority, office: OpenTime): Deadlines {
  const { accept, call } = pace[priority]
  return { acceptBefore: office.after(offeredAt, accept), callBefore: office.after(offeredAt, call) }
}

/** Where no desk is: every hour counts. */
export const alwaysOpen: OpenTime = {
  isOpen: () => true,
  after: (at, minutes) => new Date(at.getTime() + minutes * 60_000),
}
