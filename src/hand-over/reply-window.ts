import type { ChannelName } from '../ports.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS

/** So long after a person's last words staff may write to them: 24 hours on Messenger, 48 on Zalo (free of charge). */
const windows: Readonly<Record<ChannelName, number>> = {
  messenger: 24 * HOUR_MS,
  zalo: 48 * HOUR_MS,
  'bot-framework': WEEK_MS,
}

/**
 * Until when somebody who last wrote at `heardAt` may be answered by a person. `humanAgent`: Meta granted the page's app
 * the Human Agent feature, which gives seven days on Messenger.
 */
export function replyUntil(channel: ChannelName, heardAt: Date, humanAgent: boolean): Date {
  const ms = channel === 'messenger' && humanAgent ? WEEK_MS : windows[channel]
  return new Date(heardAt.getTime() + ms)
}
