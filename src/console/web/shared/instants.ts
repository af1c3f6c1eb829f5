const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** "14:30 24/11/2026", from ISO text. */
export const instantInWords = (iso: string): string => clock.format(new Date(iso))

/** "24/11/2026", from "2026-11-24". */
export const dayInWords = (day: string): string => day.split('-').reverse().join('/')

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "3 phút", "5 giờ", "2 ngày": how long something has waited, in its largest unit. */
export function spanInWords(seconds: number): string {
  if (seconds < MINUTE) return `${Math.round(seconds)} giây`
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} phút`
  return seconds < 2 * DAY ? `${Math.round(seconds / HOUR)} giờ` : `${Math.round(seconds / DAY)} ngày`
}
