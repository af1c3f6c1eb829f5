import { fold } from './fold.ts'
import { plainNo } from './spellings-of-no.ts'
import { asksWhy } from './read-why.ts'

/** Words that mean the same in every place of every conversation; a journey's id starts that journey. */
export type Command =
  | 'cancel'
  | 'back'
  | 'edit'
  | 'menu'
  | 'person'
  | 'stop'
  | 'why'
  | 'my-data'
  | 'call-status'
  | 'cancel-call'
  | 'wrong-code'
  | 'change-call-time'
  | 'commune-today'
  | 'meeting-code'
  | 'verify-agent'
  | 'scam-check'
  | 'rate-good'
  | 'rate-fair'
  | 'rate-bad'
  | 'withdraw-consent'
  | 'erase-data'
  | 'none'
  | 'contribution-quote'
  | 'household-health-quote'
  | 'find-collection-point'
  | 'sums'
  | 'checks'
  | 'voluntary-check'
  | 'support-check'
  | 'maternity-check'
  | 'pension-check'
  | 'lump-sum-check'
  | 'lump-sum-compare'
  | 'unemployment-check'
  | 'household-check'
  | 'health-group-check'
  | 'request-callback'

const phrases: Readonly<Record<Command, string>> = {
  cancel:
    'thoi|thoi nhe|thoi nha|thoi khoi|thoi khong can|huy|huy bo|thoat|bo|thoi khong lam nua|khong lam nua|khong tinh nua|ket thuc|exit|cancel',
  back: 'quay lai|tro lai|lui lai|lai cau truoc|cau truoc|back',
  edit: 'sua|sua lai|doi cau tra loi|sua cau tra loi|toi nham|nham roi|chon lai|tinh lai|tinh lai muc khac|chon muc khac|doi muc khac',
  menu: 'menu|ve dau|bat dau|bat dau lai|lam lai|lam lai tu dau|tro ve dau|danh muc|start',
  person:
    'gap nguoi|gap nguoi that|gap nhan vien|gap can bo|gap tu van vien|gap tu van|nguoi that|noi chuyen voi nguoi that|cho toi gap nguoi|cho gap nguoi|cho em gap nguoi|gap nguoi tu van|toi muon gap nguoi|muon gap nguoi that|can gap nguoi',
  stop: 'dung|dung lai|ngung|stop|dung nhan tin|ngung nhan tin|khong nhan tin nua|dung nhan',
  why: 'vi sao ra so nay|sao ra so nay|tai sao ra so nay|vi sao vay|tai sao vay|sao vay|tai sao|vi sao the|tai sao lai the|sao ra vay|sao ra nhu vay|can cu dau|tinh the nao ra so nay|sao lai ra so nay|vi sao lai ra so nay|so nay o dau ra|tinh sao ra|tinh kieu gi ra so nay|vi sao|giai thich|cach tinh nay|tinh the nao|tinh the nao vay|tinh kieu gi|tinh kieu gi vay|tinh sao vay|tinh ra sao',
  'contribution-quote': 'tinh bhxh tu nguyen|tinh tien dong bhxh tu nguyen|tinh thu bhxh tu nguyen',
  'household-health-quote':
    'tinh bhyt gia dinh|tinh bhyt ho gia dinh|tinh tien bhyt gia dinh|tinh tien bhyt ho gia dinh',
  sums: 'tinh tien|tinh tien dong|tinh muc dong',
  checks: 'xem quyen loi|xem co duoc huong|kiem tra quyen loi|xem co duoc huong khong|toi duoc huong gi',
  'voluntary-check': 'xem dieu kien bhxh tu nguyen|ai duoc tham gia bhxh tu nguyen',
  'support-check': 'xem phan nha nuoc gop|phan nha nuoc gop|xem muc ho tro bhxh tu nguyen',
  'maternity-check': 'thai san tu nguyen|xem thai san tu nguyen',
  'pension-check': 'xem luong huu|co luong huu khong|toi co luong huu khong|xem co luong huu khong',
  'lump-sum-check': 'xem rut mot lan|duoc rut mot lan khong|toi co duoc rut mot lan khong|xem bhxh mot lan',
  'lump-sum-compare': 'rut hay de lai|truoc khi rut mot lan|so sanh rut va de lai|nen rut hay de lai',
  'unemployment-check': 'xem that nghiep|xem tro cap that nghiep|toi co duoc that nghiep khong',
  'household-check': 'xem bhyt ho gia dinh|ai duoc mua bhyt ho gia dinh',
  'health-group-check': 'xem bhyt mien phi|xem bhyt duoc ho tro|bhyt duoc ho tro khong',
  'find-collection-point':
    'tim diem thu|tim diem thu gan nha|diem thu gan nha|tim dai ly thu|diem thu o dau|diem thu gan nhat|diem thu gan nhat o dau|diem thu gan day|dai ly thu o dau|dai ly thu gan nha|dai ly thu gan nhat|diem thu o xa|nop tien o dau|dong tien o dau',
  'request-callback':
    'nho goi lai|nho nguoi goi lai|goi lai cho toi|goi cho toi|goi lai|dang ky tu van|nho tu van|de lai so|de lai so dien thoai',
  none: 'khong phai|khong phai y toi|khong phai y em|khong phai y minh|khong phai cau nao|khong cau nao|khong co cau nao|khong phai cai nay|khong phai cai do|khong phai cau nay|khong dung y|khong dung y toi|khong dung y em|chua dung y|chua dung y toi|khong phai cai toi hoi|khong phai cai em hoi|ko phai|k phai|hong phai|hem phai|ko phai y toi|k phai y toi|cau khac|y khac|sai y roi',
  'call-status':
    'ai goi cho toi|bao gio goi|bao gio goi cho toi|khi nao goi|khi nao goi cho toi|lich hen goi|xem lich hen|hen goi cua toi|sao chua ai goi|chua thay ai goi|chua thay goi',
  'cancel-call': 'huy hen goi|huy hen|dung goi nua|khong can goi nua|thoi khong can goi|khong can goi',
  'wrong-code':
    'sai ma|ma sai|sai ma gap mat|ho noi sai ma|doc sai ma|ho doc sai ma|khong biet ma|ho khong biet ma|khong noi duoc ma',
  'change-call-time':
    'doi gio goi|doi gio|doi lich goi|doi gio hen|doi gio hen goi|hen lai gio goi|doi lai gio goi',
  'commune-today': 'xem ten xa moi|ten xa moi|tra xa moi|xa cu gio la xa nao|xem xa moi',
  'meeting-code': 'ma gap mat|kiem tra ma|kiem tra ma gap mat|xem ma|doi chieu ma',
  'verify-agent':
    'kiem tra nhan vien|xac minh nhan vien|kiem tra nhan vien thu|xac minh nhan vien thu|kiem tra nguoi thu|kiem tra can bo|kiem tra dai ly thu|quet the nhan vien',
  'scam-check':
    'cuoc goi la|co nguoi xung bhxh goi toi|co nguoi xung bhxh goi|nguoi xung bhxh goi|co nguoi xung la bhxh goi|kiem tra cuoc goi|bao lua dao|toi nghi bi lua|nghi bi lua|nghi lua dao',
  'rate-good': 'hai long|rat hai long',
  'rate-fair': 'binh thuong',
  'rate-bad': 'chua hai long|khong hai long|rat te',
  'my-data':
    'du lieu cua toi|thong tin cua toi|xem du lieu cua toi|xem thong tin cua toi|du lieu ca nhan|du lieu ca nhan cua toi',
  'withdraw-consent':
    'rut lai dong y|toi rut lai dong y|rut dong y|rut lai su dong y|toi rut lai su dong y|khong dong y nua|toi khong dong y nua|huy dong y|khong cho goi nua|dung goi toi nua|dung goi cho toi nua|khong muon ai goi nua',
  'erase-data':
    'xoa du lieu|xoa thong tin|xoa du lieu cua toi|xoa thong tin cua toi|xoa so cua toi|xoa so dien thoai cua toi|xoa het du lieu|xoa het thong tin|quen toi di',
}
const meaning = new Map(
  // Object.entries forgets the key type; the keys of the record are exactly Command.
  (Object.entries(phrases) as [Command, string][]).flatMap(([command, all]) =>
    all.split('|').map((phrase) => [phrase, command] as const),
  ),
)
const courtesy =
  /^(?:(?:da|thoi|cho toi|cho em|cho bac|toi muon|em muon|a|ad|oi) )+|(?: (?:a|ah|nhe|nha|di|em|ad|chau|giup toi|voi|luon|nua|oi|bot|shop))+$/g
const skips = new Set([
  'bo qua',
  'skip',
  'khong nho',
  'khong nho ro',
  'ko nho',
  'k nho',
  'quen',
  'quen roi',
  'qua cau nay',
  'khong muon noi',
  'de sau',
  'khong biet',
  'khong biet ro',
  'ko biet',
  'ko bt',
  'k biet',
  'k bt',
  'hong biet',
  'khong ro',
  'khong ro lam',
  'ko ro',
  'chiu',
])

/** "Xoá hết dữ liệu của tôi", "yêu cầu xoá thông tin cá nhân", "huỷ toàn bộ dữ liệu": a right nobody may fail to be understood in. */
const eraseAll =
  /^(?:(?:yeu cau|de nghi|muon|hay|xin|nho|bac|chau|toi|em|minh|giup) )*(?:xoa|xoa bo|huy)(?: (?:giup|cho|toi|em|minh|bac|het|sach|bo|toan bo|tat ca|moi|cac))* (?:du lieu|thong tin|so dien thoai|sdt)(?: (?:ca nhan|da luu|dang luu|luu|cua|ve|toi|em|minh|bac|nay|do|gium|het|sach|ngay))*$/

/** "Ai sẽ gọi tôi", "bao giờ nhân viên gọi lại cho tôi". */
const whoCalls =
  /^(?:the )?(?:ai|nguoi nao|nhan vien nao|can bo nao|khi nao|bao gio|luc nao|may gio|chung nao)(?: (?:se|thi|moi|co|nguoi|nhan vien|can bo|do))* (?:goi|lien he)(?: (?:dien|lai|cho|toi|em|minh|bac|the|day|roi))*$/

const caller = '(?:nguoi|ai|ai do|nhan vien|can bo|tu van vien|dai ly)'
/** "Nhờ người gọi lại cho tôi", "muốn có nhân viên gọi": that somebody calls them, never that they call somebody. */
const callMe = new RegExp(
  String.raw`^(?:(?:toi|em|minh|bac|chau) )?(?:(?:nho|xin)(?: ${caller})?|(?:muon|can)(?: co| nho)? ${caller}|(?:muon|can) duoc)` +
    String.raw` goi(?: dien| thoai)*(?: lai)?(?: (?:lai|giup|ho|cho|toi|em|minh|bac|tu van|duoc khong|voi|dum))*$`,
)

/** "Tôi muốn huỷ cuộc gọi", "cho em bỏ hẹn gọi lại": the call is not wanted any more. */
const callOff =
  /^(?:(?:toi|em|minh|bac|chau|muon|can|cho|xin|nho) )*(?:huy|bo|thoi)(?: (?:cuoc|lich|hen|cai|viec|yeu cau))* goi(?: (?:dien|lai|cho|toi|em|minh|di|nhe|giup))*$/

/** "Huỷ", "quay lai nhé", "cho tôi gặp người thật với": the whole message, never a word inside a question. */
export function readCommand(said: string): Command | undefined {
  const words = plain(said)
  const bare = words.replace(courtesy, '')
  const command = meaning.get(words) ?? meaning.get(bare) ?? commandIn(bare)
  return command === 'stop' && /đúng|dùng|dụng|đựng/i.test(said.normalize('NFC')) ? undefined : command
}

function commandIn(bare: string): Command | undefined {
  if (asksWhy(bare)) return 'why'
  if (eraseAll.test(bare)) return 'erase-data'
  if (whoCalls.test(bare)) return 'call-status'
  if (callOff.test(bare)) return 'cancel-call'
  return callMe.test(bare) ? 'request-callback' : undefined
}

/** "dung" without marks is "dừng" (stop) and "đúng" (right): where both make sense, we ask. */
export function isStopOrRight(said: string): boolean {
  return plain(said).replace(courtesy, '') === 'dung' && !/[^\x00-\x7f]/.test(said)
}

/** "Bỏ qua": the person would rather not answer this one. */
export function isSkip(said: string): boolean {
  const words = plain(said).replace(courtesy, '')
  return skips.has(words) || skips.has(words.split(' ').map(plainNo).join(' '))
}

function plain(said: string): string {
  return fold(said)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
