import type { Day } from '../policy/values.ts'
import { withCounts } from './read-counts.ts'
import { isNumber, tokensOf, type NumberToken, type Token } from './read-tokens.ts'

/**
 * A message as folded words and digits only, with days told from today written out:
 * "Mùng năm tháng Giêng năm ngoái" → "mung 5 thang 1 nam 2025".
 */
export function calendarWords(text: string, today: Day): string {
  return relative.reduce(
    (said, [form, day]) => said.replace(form, (...found) => day(today, found.map(String))),
    plainWords(text),
  )
}

/** The same, with days told from today left as they were said. */
export function plainWords(text: string): string {
  const parted = text.normalize('NFKC').replace(/(?<=\d)[.,](?=\d)/g, '/')
  const plain = joinYears(withCounts(tokensOf(parted)))
    .map(wordOf)
    .join('')
    .trim()
  return named(plain)
}

function wordOf(token: Token): string {
  const word = isNumber(token) ? token.raw || String(token.value) : token.text
  return token.glued ? word : ` ${word}`
}

/** "một chín sáu tám" is spelt digit by digit; "một nghìn chín trăm bảy mươi" in thousands. */
function joinYears(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const before = joined.at(-1)
    if (isSpelt(token) && isSpelt(before) && isYearSoFar(before, token))
      joined.splice(-1, 1, appended(before, token))
    else joined.push(token)
  }
  return joined
}

const isSpelt = (token: Token | undefined): token is NumberToken =>
  isNumber(token) && /^(?:|19?)$/.test(token.raw) && !token.hundreds

function isYearSoFar(before: NumberToken, token: NumberToken): boolean {
  const digits = `${before.raw || before.value}${token.value}`
  return /^(?:19|19\d{1,3}|[5-9]\d)$/.test(digits) && digits.length <= 4
}

function appended(before: NumberToken, token: NumberToken): NumberToken {
  const digits = `${before.raw || before.value}${token.value}`
  return { ...before, value: Number(digits), raw: digits === '19' ? '19' : digits.length < 4 ? '' : digits }
}

/** Months and days with names of their own. */
function named(words: string): string {
  return words
    .replace(
      /\b([12]) (?:nghin|ngan)(?: (?:le|linh|khong tram))*(?: (\d{1,3}))?\b/g,
      (_, head: string, rest?: string) => String(Number(head) * 1000 + Number(rest ?? 0)),
    )
    .replace(/\b2k(\d{0,2})\b/g, (_, rest: string) => String(2000 + Number(rest)))
    .replace(/\bthang gieng\b/g, 'thang 1')
    .replace(/\bthang chap\b/g, 'thang 12')
    .replace(/\bthang tu\b/g, 'thang 4')
    .replace(/\b(?:ngay )?ram\b/g, 'ngay 15')
}

type Retell = (today: Day, found: readonly string[]) => string

const relative: readonly (readonly [RegExp, Retell])[] = [
  [
    /\b(?:cach day )?(\d{1,2}) thang (?:truoc|qua)\b/,
    (today, [, count]) => monthAfter(today, -Number(count)),
  ],
  [/\bcach day (\d{1,2}) thang\b/, (today, [, count]) => monthAfter(today, -Number(count))],
  [/\b(\d{1,2}) nam (?:truoc|qua)\b/, (today, [, count]) => `nam ${yearOf(today) - Number(count)}`],
  [/\bcach day (\d{1,2}) nam\b/, (today, [, count]) => `nam ${yearOf(today) - Number(count)}`],
  [/\bnam kia\b/, (today) => `nam ${yearOf(today) - 2}`],
  [/\bnam (?:nay|ni)\b/, (today) => `nam ${yearOf(today)}`],
  [/\b(?:nam (?:ngoai|truoc|roi)|ngoai nam)\b/, (today) => `nam ${yearOf(today) - 1}`],
  [/\b(?:nam (?:sau|toi)|sang nam)\b/, (today) => `nam ${yearOf(today) + 1}`],
  [/\bthang (?:nay|ni)\b/, (today) => monthAfter(today, 0)],
  [/\bthang (?:sau|toi)\b/, (today) => monthAfter(today, 1)],
  [/\bthang (?:truoc|roi)\b/, (today) => monthAfter(today, -1)],
  [/\b(\d{1,2}) thang (?:nua|toi|sau)\b/, (today, [, count]) => monthAfter(today, Number(count))],
  [/\b(\d{1,3}) ngay (?:nua|sau|toi)\b/, (today, [, count]) => dayAfter(today, Number(count))],
  [/\b(\d{1,3}) ngay truoc\b/, (today, [, count]) => dayAfter(today, -Number(count))],
  [/\bhom kia\b/, (today) => dayAfter(today, -2)],
  [/\bhom qua\b/, (today) => dayAfter(today, -1)],
  [/\b(?:hom nay|bua nay|ngay hom nay)\b/, (today) => dayAfter(today, 0)],
  [/\b(?:ngay mai|sang mai|chieu mai|mai)\b/, (today) => dayAfter(today, 1)],
  [/\b(?:ngay kia|ngay mot)\b/, (today) => dayAfter(today, 2)],
  [/\b(?:thu (\d|tu)|chu nhat|cn) tuan (sau|toi|nay)\b/, (today, [, day, week]) => weekday(today, day, week)],
]

const yearOf = (today: Day): number => Number(today.slice(0, 4))

function monthAfter(today: Day, months: number): string {
  const date = new Date(Date.UTC(yearOf(today), Number(today.slice(5, 7)) - 1 + months, 1))
  return `thang ${date.getUTCMonth() + 1} nam ${date.getUTCFullYear()}`
}

function dayAfter(today: Day, days: number): string {
  const date = new Date(Date.parse(today) + days * 86_400_000)
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`
}

/** "thứ hai tuần sau": weeks begin on Monday. */
function weekday(today: Day, day: string | undefined, week: string | undefined): string {
  const sinceMonday = (new Date(Date.parse(today)).getUTCDay() + 6) % 7
  const number = day === 'tu' ? 4 : Number(day)
  const wanted = Number.isNaN(number) ? 6 : number - 2
  return dayAfter(today, wanted - sinceMonday + (week === 'nay' ? 0 : 7))
}
