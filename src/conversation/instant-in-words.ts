const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: 'numeric',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
})

/** An instant as a person in Viet Nam would say it: "9 giờ 05 ngày 25/11". */
export function instantInWords(instant: Date): string {
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  const at = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  return `${Number(at('hour'))} giờ ${at('minute')} ngày ${at('day')}/${at('month')}`
}
