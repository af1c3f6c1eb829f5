import { fold } from './fold.ts'
import { phoneOf } from './read-phone.ts'

export type SecretKind =
  | 'citizen-id' // căn cước, CCCD
  | 'old-citizen-id' // CMND
  | 'insurance-number' // mã số BHXH
  | 'health-card' // thẻ BHYT
  | 'bank-account'
  | 'bank-card'
  | 'one-time-code' // OTP, mã xác nhận, mật khẩu

/** What people call a number just before they type it. */
const names: readonly (readonly [SecretKind | 'phone', string])[] = [
  ['one-time-code', 'otp|ma (?:so )?(?:bi mat|xac nhan|xac thuc|xac minh|pin|kich hoat|dang nhap)|mat khau'],
  ['bank-account', 'stk|so tk|tai khoan|account'],
  ['bank-card', 'the (?:atm|ngan hang|tin dung)|visa|napas'],
  ['health-card', '(?:the|ma|so) (?:bhyt|bao hiem y te)|so the'],
  ['insurance-number', '(?:ma so|ma|so so|so) (?:bhxh|bao hiem xa hoi|bao hiem|bh)|so so'],
  ['citizen-id', 'cccd|can cuoc|dinh danh'],
  ['old-citizen-id', 'cmnd|cmtnd|cmt|chung minh'],
  ['phone', 'sdt|dien thoai|so dt|dt|zalo|lien he|goi|hotline'],
]

const byLength: readonly (readonly [shortest: number, longest: number, SecretKind])[] = [
  [9, 9, 'old-citizen-id'],
  [10, 10, 'insurance-number'],
  [12, 12, 'citizen-id'],
  [11, 15, 'bank-account'],
  [16, 19, 'bank-card'],
]

/** The last name said in the words before a number. */
export function nameBefore(words: string): SecretKind | 'phone' | undefined {
  const said = fold(words)
  const last = names
    .map(([kind, form]) => ({ kind, at: lastAt(said, form) }))
    .reduce((latest, one) => (one.at > latest.at ? one : latest))
  return last.at < 0 ? undefined : last.kind
}

/** What a number of so many digits is; undefined for a phone, a sum of money, or too few digits to be a secret. */
export function secretKind(digits: string, named: SecretKind | 'phone' | undefined): SecretKind | undefined {
  if (digits.length < 9) return named === 'bank-account' && digits.length >= 6 ? named : undefined
  const ownName = named === 'phone' || named === 'one-time-code' ? undefined : named
  if (ownName === undefined && (phoneOf(digits) || isRoundSum(digits))) return undefined
  const fitting = byLength.find(
    ([shortest, longest]) => digits.length >= shortest && digits.length <= longest,
  )
  return ownName ?? fitting?.[2]
}

/** Twelve digits as the citizen identity number is built: province, century and sex, year of birth, six more. */
export function looksLikeCitizenId(digits: string): boolean {
  return /^0(?:0[1-9]|[1-9]\d)(?:[01]\d\d|[23][0-2]\d)\d{6}$/.test(digits)
}

function isRoundSum(digits: string): boolean {
  return /^[1-9]\d*000$/.test(digits)
}

function lastAt(said: string, form: string): number {
  const found = [...said.matchAll(new RegExp(String.raw`(?<![a-z])(?:${form})(?![a-z])`, 'g'))]
  return found.at(-1)?.index ?? -1
}
