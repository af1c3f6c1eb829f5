import { fold } from '../../src/conversation/fold.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { readYesNo } from '../../src/conversation/read-yes-no.ts'
import type { CodeSaid, ScamSign } from '../../src/leads/scam-pattern.ts'

export type Wants = Exclude<ScamSign, 'pressure'> | 'nothing'

/** What people say was wanted of them; the first that fits is the worst. */
const wanted: readonly (readonly [Exclude<Wants, 'nothing'>, RegExp])[] = [
  ['otp', /\botp\b|\bma (?:xac (?:nhan|thuc|minh)|bi mat)\b|\bmat khau\b/],
  [
    'transfer',
    /\b(?:chuyen|nop|dong|gui|hoan) (?:\w+ )?(?:tien|phi|khoan)\b|\bchuyen khoan\b|\btai khoan (?:ca nhan|rieng)\b|\bdoi tien\b/,
  ],
  [
    'app',
    /\b(?:cai|tai|cap nhat)\b.*\b(?:app|ung dung|phan mem|vssid|vneid|apk)\b|\b(?:bam|nhan|an|vao|mo|gui) (?:\w+ )?(?:link|duong dan)\b|\blink\b|\bquet (?:ma )?qr\b/,
  ],
  [
    'papers',
    /\b(?:anh|hinh|chup|so|doc)\b.*\b(?:can cuoc|cccd|cmnd|giay to|so bhxh|the bhyt|tai khoan)\b|\bgiay to\b/,
  ],
]

/** The worst of what a message tells, if it tells anything. */
export function asksFor(text: string): Wants | undefined {
  const said = fold(text)
  return wanted.find(([, form]) => form.test(said))?.[0]
}

const readNothing = readChoice({
  nothing: [
    'không cái nào',
    'không đòi gì',
    'không xin gì',
    'chỉ tư vấn',
    'chỉ hỏi thăm',
    'mời mua',
    'tư vấn',
    'không',
  ],
})

export const readWants = (text: string): Wants | undefined => asksFor(text) ?? readNothing(text)

const readThreat = readChoice({
  yes: [
    'có giục, có doạ',
    'có doạ',
    'có giục',
    'doạ',
    'giục',
    'khoá sổ',
    'phạt tiền',
    'bị phạt',
    'bắt',
    'làm ngay',
    'có',
  ],
  no: ['không giục', 'không doạ', 'không giục, không doạ', 'nhẹ nhàng', 'bình thường'],
})

export const readPressure = (text: string) => readThreat(text) ?? readYesNo(text)

export const readCode = readChoice<CodeSaid>({
  right: ['đọc đúng mã', 'đúng mã', 'họ đọc đúng', 'đúng'],
  wrong: ['sai, không biết mã', 'không biết mã', 'sai mã', 'đọc sai', 'không đọc', 'sai'],
  'no-call': ['tôi không hẹn ai', 'không hẹn ai', 'không hẹn', 'chưa hẹn', 'không có hẹn'],
  unknown: ['không rõ', 'chưa rõ'],
})
