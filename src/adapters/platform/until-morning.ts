const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const VIET_NAM_AHEAD_MS = 7 * HOUR_MS // no daylight saving
const CLOSES_AT_MS = 22 * HOUR_MS
const OPENS_AT_MS = 6 * HOUR_MS + 5 * 60_000

/** From 22:00 on, and before the morning opens, nobody's phone is to ring for a template. */
export function isNight(now: Date): boolean {
  const sinceMidnight = (now.getTime() + VIET_NAM_AHEAD_MS) % DAY_MS
  return sinceMidnight >= CLOSES_AT_MS || sinceMidnight < OPENS_AT_MS
}

/** Milliseconds until the next 06:05 in Viet Nam, when templates may be sent again. */
export function untilMorning(now: Date): number {
  const sinceMidnight = (now.getTime() + VIET_NAM_AHEAD_MS) % DAY_MS
  return sinceMidnight < OPENS_AT_MS ? OPENS_AT_MS - sinceMidnight : DAY_MS + OPENS_AT_MS - sinceMidnight
}
