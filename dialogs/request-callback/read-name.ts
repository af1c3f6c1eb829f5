import { fold } from '../../src/conversation/fold.ts'

const LONGEST = 40
const MOST_WORDS = 6
const notNames =
  /\b(bhxh|bhyt|bhtn|bao hiem|bao nhieu|the nao|lam sao|tai sao|o dau|khi nao|duoc khong|duoc ko|luong huu|muc dong)\b/

/** How to address a person, as typed: "cô Lan", "anh Hùng xóm 5". A question, a number or a story is not a name. */
export function readName(said: string): string | undefined {
  const name = said
    .normalize('NFC')
    .replace(/^(?:dạ|da|vâng|vang)[ ,]+/i, '')
    .replace(
      /^(?:(?:tôi|em|mình|toi|minh|con|cháu|chau) )?(?:tên(?: là)?|ten(?: la)?|là|la|cứ gọi(?: là)?|gọi(?: là)?)[ :]+/i,
      '',
    )
    .replace(/[\s.,]+(?:ạ|a|nhé|nha|nhe)?$/iu, '')
    .trim()
  const words = name.split(/\s+/)
  const isName =
    /^\p{L}[\p{L}\p{M}\d .'-]*$/u.test(name) && name.length <= LONGEST && words.length <= MOST_WORDS
  return isName && !notNames.test(fold(name)) ? name : undefined
}
