import type { ChannelName } from '../ports.ts'

/** What the platform says of the time since somebody's last interaction. `until`: so long the state lasts. */
export type Window =
  { readonly state: 'open' | 'charged'; readonly until: Date } | { readonly state: 'closed' }

/** Free within the window; until seven days the platform takes a message and charges it (we send none); then none is taken. */
export function standingIn(channel: ChannelName, lastAt: Date, now: Date): Window {
  const free = replyUntil(channel, lastAt, false)
  if (now <= free) return { state: 'open', until: free }
  const shut = new Date(lastAt.getTime() + WEEK_MS)
  return now <= shut ? { state: 'charged', until: shut } : { state: 'closed' }
}

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
