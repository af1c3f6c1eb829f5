export const channelNames = {
  zalo: 'Zalo',
  messenger: 'Messenger',
  'bot-framework': 'Bot Framework',
} as const

interface Held {
  readonly isMine: boolean
  readonly holder?: string | undefined
}

/** Who has the talk: "Chưa ai nhận", "Anh/chị đang giữ", "hoa đang giữ". */
export function holderInWords({ isMine, holder }: Held): string {
  if (isMine) return 'Anh/chị đang giữ'
  if (holder === undefined) return 'Chưa ai nhận'
  return holder === 'inbox' ? 'Đang trả lời trong hộp thư của trang' : `${holder} đang giữ`
}
