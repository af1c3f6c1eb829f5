import { fold } from './fold.ts'

/** What a message is about whatever else it says: the journey that takes it, from every state of a talk. */
export type Concern =
  | 'find-collection-point'
  | 'verify-agent'
  | 'meeting-code'
  | 'change-call-time'
  | 'scam-check'
  | 'commune-today'

const who = 'nhan vien|can bo|dai ly|nguoi thu|nguoi cua|nguoi ben|tu van vien'
const agency = 'bhxh|bao hiem|bhyt|buu dien'
const somebody = 'ong|ba|anh|chi|co|chu|nguoi|so|ten|the|nhan vien|can bo'
const isOurs = String.raw`co (?:phai|dung)(?: la| cua)? (?:${who})|la (?:${who})(?: thu)?(?: that| thiet|(?: cua)?(?: ben)? (?:${agency}))+ (?:khong|ko|k|hong|hok)$`

/** "Chị Lê Thị Hoa có phải nhân viên thu không", "kiểm tra giúp tôi nhân viên thẻ NA-0001", "số 09… có trong danh sách không". */
const verify = [
  new RegExp(String.raw`\b(?:${somebody})\b.*\b(?:${isOurs})`),
  new RegExp(String.raw`^(?:\+?\d[\d ]{7,}) ?(?:${isOurs})`),
  new RegExp(
    String.raw`^(?:(?:da|cho|toi|em|muon|nho|chau|ad|oi|bot) )*(?:kiem tra|xac minh|tra|tra cuu)(?: (?:giup|ho|dum|xem|toi|em|gium))* (?:(?:ten|the|so|ma|cai) )*(?:nhan vien|can bo|dai ly|nguoi thu|tu van vien)\b(?!.*\b(?:o dau|the nao|lam sao|cach nao|bang cach)\b)`,
  ),
  /\b(?:nhan vien|can bo|dai ly|nguoi thu|nguoi nay|nguoi do|ong nay|ba nay|anh nay|chi nay|co nay).{0,40}\b(?:co trong danh sach|con hoat dong|con lam|con duoc thu)(?: (?:khong|ko|k|hong|chua))?$/,
]

/** "Mã 4827", "họ đọc mã 4827", "mã gặp mặt là 4827 đúng không": four digits, never one-time codes of a bank. */
const meetingCode = /\bma(?: gap mat| gap| hen)?(?: so)?(?: la|:)? ?\d{4}(?![\d])/
const otherCode =
  /\b(?:otp|xac nhan|xac thuc|bi mat|bhxh|so bhxh|the|tinh|xa|loi|don vi|ho gia dinh|nhan vien|nv)\b/

const changeTime =
  /\b(?:doi|sua|chuyen)(?: lai)? (?:gio|lich|buoi|thoi gian)(?: hen)?(?: goi| nghe may)\b|\bhen lai (?:gio|lich|buoi)?(?: goi)?$|\bgoi (?:lai |toi |em |cho toi |cho em )*(?:vao )?(?:buoi )(?:sang|chieu|toi)(?: (?:nhe|nha|duoc khong|thoi))*$|\bdoi (?:cuoc |lich )?(?:hen )?goi (?:sang|vao|qua)\b/

const caller =
  /\b(?:co|vua co|moi co|thay|bi)(?: \w+){0,2} (?:nguoi|so la|ke|dua|ong|ba)(?: la| nao)?(?: \w+){0,3}? (?:xung|tu xung|gia danh|mao danh|tu nhan)(?: la)?(?: \w+){0,3} (?:bhxh|bao hiem|bhyt)\b.*\b(?:goi|den nha|toi nha|nhan tin|nhan)\b/
const asksHow = /\b(?:lam sao|the nao|o dau|cach nao|bao nhieu|phai lua|tin duoc)\b/

/** "Xã Diễn Hoàng cũ giờ là xã nào", "xã tôi sáp nhập rồi nay thuộc xã nào", "phường Hưng Bình đổi tên thành gì". */
const place = 'xa(?! hoi)|phuong|thi tran'
const after = '(?: (?:vay|the|a|ad|nhi|roi|em|chau|ban|b))*$'
const communeToday = new RegExp(
  String.raw`\b(?:${place})\b.*\b(?:cu|gio|nay|sap nhap|nhap|doi ten|truoc)\b.*\b(?:la|thuoc|goi|thanh|vao|ve|ten)\b.{0,12}\b(?:(?:${place}) (?:moi )?(?:nao|gi)|gi|dau)${after}`,
)

/** "Điểm thu ở xã Kim Liên", or a commune and nothing else: where to pay there. */
const pointIn = [
  new RegExp(
    String.raw`^(?:(?:cho|toi|em|hoi|tim|dia chi|co) )*(?:diem|dai ly|cho|noi) (?:thu|nop|dong)(?: tien| bhxh| bhyt)* (?:(?:o|tai|cua|gan|ben) )?(?:${place}) [a-z]`,
  ),
  new RegExp(String.raw`^(?:${place}) (?!nao|gi|moi|cu|toi|minh|em|nha)[a-z]+(?: [a-z]+){0,2}$`),
]

export function readConcern(said: string): Concern | undefined {
  const text = fold(said)
    .replace(/[^a-z0-9:+ -]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (meetingCode.test(text) && !otherCode.test(text)) return 'meeting-code'
  if (changeTime.test(text)) return 'change-call-time'
  if (communeToday.test(text)) return 'commune-today'
  if (pointIn.some((form) => form.test(text))) return 'find-collection-point'
  if (asksHow.test(text)) return undefined
  if (verify.some((form) => form.test(text))) return 'verify-agent'
  return caller.test(text) ? 'scam-check' : undefined
}
