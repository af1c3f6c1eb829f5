export const channelNames = {
  zalo: 'Zalo',
  messenger: 'Messenger',
  'bot-framework': 'Bot Framework',
} as const

export const failureNames = {
  'not-allowed-now': 'Hết thời gian được phép trả lời',
  'person-left': 'Người nhận đã chặn hoặc rời đi',
  'our-fault': 'Lỗi thiết lập, cần xem lại',
} as const

export const letterKinds = {
  message: 'Tin của người dân chưa được trả lời',
  reply: 'Câu trả lời chưa gửi được',
} as const

export const sourceNames = {
  'meta-callback': 'Yêu cầu qua Facebook',
  'zalo-withdraw': 'Rút đồng ý trên Zalo',
  chat: 'Yêu cầu trong khung trò chuyện',
} as const

/** "tin mẫu hôm nay còn 499 trên 500", as Zalo last said. */
export function quotaInWords({
  daily,
  remaining,
}: {
  readonly daily?: number | undefined
  readonly remaining?: number | undefined
}): string {
  if (remaining === undefined) return `mỗi ngày được gửi ${daily ?? 0} tin mẫu`
  return `tin mẫu hôm nay còn ${remaining}${daily === undefined ? '' : ` trên ${daily}`}`
}
