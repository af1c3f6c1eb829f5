/**
 * Numbers that may be typed in an answer, because no decree changes them: list steps, dates and years, document
 * numbers, articles, forms, the rank of a household member, levels of an identity account, hours of the clock, the
 * ambulance's number, and "5 năm liên tục" where it is the name printed on the card.
 */
const harmless: readonly RegExp[] = [
  /^\d+\. /gm, // steps
  /\b\d+\/(\d{4}\/)?(QH|NĐ|NQ|TT|QĐ|UBTVQH|BHXH|TB|CV|BYT)[\p{L}\d-]*/gu, // 158/2025/NĐ-CP
  /\b\d{1,2}\/\d{1,2}\/\d{4}\b/g, // 01/07/2025
  /\b\d{1,2}\/\d{4}\b(?!\/)/g, // 4/1966
  /\b(19|20)\d{2}\b(?! ?(đồng|%))/gu, // 2014
  /\b(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])\b/g, // 31/12
  /\bthứ \d(, \d)*/giu, // người thứ 1, 2, 3
  /“5 năm liên tục”|\b5 năm liên tục\b/giu,
  /\b115\b/g,
  /(?<!\p{L})(Điều|khoản|điểm) \d+/giu,
  /\b[Mm]ẫu (số )?\d+(-\p{Lu}+)?/gu,
  /\bmức (độ )?2\b/gu, // VNeID mức 2
  /\b[Cc]ách \d( và \d)?/gu,
  /\b\d{1,2}:\d{2}\b/g,
]

/** The numbers left when holes and harmless ones are taken out: amounts, rates, ages or durations somebody typed. */
export function typedNumbers(text: string): readonly string[] {
  const bare = harmless.reduce((rest, pattern) => rest.replace(pattern, ''), text.replace(/\{[^}]*\}/g, ''))
  return bare.match(/\d[\d.,]*( ?(%|\p{L}+))?/gu) ?? []
}

/** Document numbers named in the words of an answer: "158/2025/NĐ-CP". */
export function citedDocuments(text: string): readonly string[] {
  return text.match(/\b\d+\/\d{4}\/(QH\d+|UBTVQH\d+|NĐ-CP|TT-[\p{L}]+|NQ-[\p{L}]+)/gu) ?? []
}

export interface Banned {
  readonly words: string
  /** Ids of the answers that may use the words, because they explain them. */
  readonly except: readonly string[]
}

/** The list under "Từ không dùng" of knowledge/voice.md: `- “words” → instead (trừ: id, id)`. */
export function bannedWords(voice: string): readonly Banned[] {
  const [, section = ''] = voice.split('## Từ không dùng')
  return [...section.matchAll(/^- “([^”]+)” →(.*)$/gmu)].map(([, words = '', rest = '']) => ({
    words,
    except: /\(trừ: ([^)]+)\)/.exec(rest)?.[1]?.split(', ') ?? [],
  }))
}
