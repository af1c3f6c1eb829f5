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
