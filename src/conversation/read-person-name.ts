import { fold } from './fold.ts'

const LEAST_WORDS = 2
const MOST_WORDS = 6

/** What people say before a name. */
const before = new Set(
  (
    'da vang thua cho toi em minh con chau giup ho dum xem kiem tra xac minh hoi ten la ong ba anh chi co chu bac cau di ' +
    'nhan vien can bo dai ly nguoi thu bhxh bhyt bao hiem xa hoi buu dien nay kia do voi gium'
  ).split(' '),
)
/** Of these, names that families bear too: they are left out only before another family name. */
const alsoFamilies = new Set(['chu', 'la', 'ong', 'do', 'ho'])
const families = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui ngo duong ly dao dinh doan trinh truong luong nong vi quang moong ' +
    'cut dam quach nghiem bach chau khuc nghi ninh phung than thieu tieu vuong thach kieu lau lu xong sung thao tao vuu trieu'
  ).split(' '),
)
/** Words that are families too, but only sure to be before a middle name. */
const maybeFamilies = new Set(
  'mai cao to do thai son hoa gia cam be la chu ong ha ho luu mac phi tong kim giang lai ban lam xa ma lo lac han vang hua cu'.split(
    ' ',
  ),
)
const middle = new Set('thi van duc ngoc minh quoc huu xuan dinh thanh cong hong mau'.split(' '))
/** Where a name ends in a sentence. */
const after =
  /[,;:.?!()]|\b(?:so the|the so|the nhan vien|ma the|ma nhan vien|so dien thoai|dien thoai|sdt|so dt|co phai|phai la|co dung|dung la|co that|la nhan vien|la nguoi|la can bo|la dai ly|nhan vien|dai ly|can bo|xung|goi|toi nha|den nha|o xa|o phuong|ben bao hiem|cua bhxh|phai khong|khong|ko|trong danh sach|co trong)\b/
const notNames =
  /\b(?:bhxh|bhyt|bhtn|bao hiem|bao nhieu|the nao|lam sao|tai sao|o dau|khi nao|luong huu|muc dong|duoc khong|khong biet|khong nho|quen)\b/

/**
 * A full name, family name first, as it was typed: after courtesy and titles, up to where the sentence goes on. One given
 * name alone ("chị Hoa") is not enough to know anybody by.
 */
export function readPersonName(said: string): string | undefined {
  const text = said.normalize('NFC').replace(/\s+/g, ' ').trim()
  const words = text.split(' ')
  const start = startOf(words.map(fold))
  const rest = words.slice(start).join(' ')
  const end = after.exec(sameLength(rest))?.index ?? rest.length
  const name = rest
    .slice(0, end)
    .trim()
    .replace(/[\s.]+(?:ạ|a|nhé|nha|nhe)$/iu, '')
  const count = name === '' ? 0 : name.split(' ').length
  const isName =
    count >= LEAST_WORDS &&
    count <= MOST_WORDS &&
    /^\p{L}[\p{L}\p{M} '-]*$/u.test(name) &&
    !notNames.test(fold(name)) &&
    begins(name)
  return isName ? name : undefined
}

/** With a family's name, or with capitals all through: other words that nobody's name is made of are no name. */
function begins(name: string): boolean {
  const [first = '', second = ''] = fold(name).split(' ')
  if (families.has(first) || (maybeFamilies.has(first) && middle.has(second))) return true
  return name.split(' ').every((word) => /^\p{Lu}/u.test(word))
}

/** The first word that is no courtesy and no title. */
function startOf(words: readonly string[]): number {
  const start = words.findIndex((word, i) => {
    if (!before.has(word)) return true
    return alsoFamilies.has(word) && middle.has(words[i + 1] ?? '')
  })
  return start < 0 ? words.length : start
}

/** Folded letter by letter: a place in it is the same place in the text (composed letters only). */
function sameLength(text: string): string {
  return [...text].map((letter) => (letter === ' ' ? ' ' : fold(letter).slice(0, 1) || letter)).join('')
}
