import type { Watch } from '../../watch/watch.ts'

/** The part of a logger we use. */
export interface Lines {
  info(fields: object, message: string): void
}

/**
 * A line for each step of an event: kept, answered, sent. `event` is the same in all of them, so one search shows a
 * message's whole way. Ids and counts only.
 */
export function logLines(log: Lines): Watch {
  return {
    webhook: () => undefined, // counted; the kept ones have their own line
    kept: ({ channel, events, ms }) => {
      for (const event of events) log.info({ event, channel, ms: round(ms) }, 'kept')
    },
    thought: () => undefined,
    turn: ({ events, channel, replies, leads, asked, died, ms }) => {
      const [event, ...joined] = events
      const fields = { event, ...(joined.length > 0 && { joined }), channel, replies, leads, ms: round(ms) }
      log.info({ ...fields, ...(asked.length > 0 && { asked }) }, died ? 'died' : 'answered')
    },
    sent: ({ event, outbound, channel, attempt, outcome, ms }) => {
      log.info({ event, outbound, channel, attempt, outcome, ms: round(ms) }, 'send')
    },
    alarm: () => undefined, // alarms are lines already
  }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
