import { daysAfter } from '../policy/day.ts'
import type { Day } from '../policy/values.ts'
import { plainWords } from './calendar-words.ts'

/** A time that a question is about; both days belong to it. `said` is how we name it: "năm 2020", "tháng 5/2024". */
export interface Period {
  readonly from: Day
  readonly to: Day
  readonly said: string
}

/** Nobody younger asks us: "sinh năm 2008" tells a birth, "sinh 2025" a child's, which an allowance goes by. */
const ADULT = 14
const EARLIEST = 1990
const YEARS_AHEAD = 15

/** Numbers that look like dates and are none: documents by number, laws by year, school years, spans, money. */
const notDates: readonly RegExp[] = [
  /\b\d+\/\d{4}\/[a-z]\w*(?:-\w+)*/g,
  /\b(?:luat|bo luat|nghi dinh|nghi quyet|thong tu|quyet dinh|cong van|nd|nq|tt|qd|cv)(?: (?!truoc|hoi|thi|tu)[a-z]+){0,5} \d+(?:\/\d{4})?(?:\/\w+)*(?: nam \d{4})?/g,
  /\b(?:nam )?(?:19|20)\d\d ?(?:-|den|toi) ?(?:nam )?(?:19|20)\d\d\b/g,
  /\btu (?:thang \d+ nam |\d+\/|nam |nam hoc )?(?:19|20)\d\d (?:den|toi) (?:nay|gio)\b/g,
  /\d[\d/]*\/\d{3}(?:\/\d{3})*(?!\d)/g,
]

/** Days told from today, as they stand in a question; "12 năm rồi", "các năm trước" are no such days. */
const apart = String.raw`(?<!(?<!thang |thang \d)\d |may |vai |cac |nhung |hang |moi |nhieu |nua )\b`
const relative: readonly (readonly [RegExp, number, 'year' | 'month'])[] = [
  [new RegExp(`${apart}nam (?:ngoai|truoc|roi)\\b|\\bngoai nam\\b`, 'g'), -1, 'year'],
  [new RegExp(`${apart}nam kia\\b`, 'g'), -2, 'year'],
  [new RegExp(`${apart}nam (?:sau|toi|6)(?! \\d)\\b|\\bsang (?:nam|5)\\b`, 'g'), 1, 'year'],
  [new RegExp(`${apart}thang (?:truoc|roi)\\b`, 'g'), -1, 'month'],
  [new RegExp(`${apart}thang (?:sau|toi)\\b`, 'g'), 1, 'month'],
]

const lead = String.raw`(?:(?<lead>truoc|tu|ke tu|sau|dau|cuoi|sinh|sn|ns|nam sinh) )?`
const forms = new RegExp(
  String.raw`(?<![\d/-])\b${lead}(?:ngay )?(?:` +
    String.raw`(?<d>\d{1,2})[/-](?<m>\d{1,2})[/-](?<y>\d{4})` +
    String.raw`|(?:thang |thg ?|th ?|t ?)?(?<m2>\d{1,2})(?: ?[/-] ?| nam )(?<y2>(?:19|20)\d\d)` +
    String.raw`|quy (?<q>[1-4])(?: ?[/-] ?| nam )(?<y3>(?:19|20)\d\d)` +
    String.raw`|(?:nam )?(?<y4>(?:19|20)\d\d))(?![\d/]|k\b| ?(?:nghin|ngan|trieu|tr|vnd|d|k)\b)`,
  'g',
)

/**
 * The time other than today that a question is about: "năm 2020", "hồi tháng 5/2024", "trước 1/7/2025", "sang năm".
 * Several times on the same side of today are told as one span. Undefined when it is about today, or on both sides.
 */
export function askedPeriod(text: string, today: Day): Period | undefined {
  const words = notDates.reduce((said, form) => said.replace(form, ' '), datesWritten(text, today))
  const found = [...words.matchAll(forms)].flatMap(({ groups = {} }) => periodOf(groups, today) ?? [])
  const apart = found.filter(({ from, to }) => to < today || from > today)
  const [first] = apart
  if (!first || apart.some(({ from }) => from > today !== first.from > today)) return undefined
  return apart.reduce(together)
}

/** "Sau ngày" would read as six days; "năm ngoái" becomes a year. */
function datesWritten(text: string, today: Day): string {
  const said = plainWords(text.replace(/(?<=^|\s)sau (?=ngày|ngay|\d)/giu, 'từ '))
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return relative.reduce((words, [form, step, unit]) => {
    const at = new Date(Date.UTC(year, month - 1 + step, 1))
    const written =
      unit === 'year' ? `nam ${year + step}` : `thang ${at.getUTCMonth() + 1} nam ${at.getUTCFullYear()}`
    return words.replace(form, written)
  }, said)
}

type Groups = Readonly<Record<string, string | undefined>>

function periodOf(groups: Groups, today: Day): Period | undefined {
  const year = Number(groups['y'] ?? groups['y2'] ?? groups['y3'] ?? groups['y4'])
  const thisYear = Number(today.slice(0, 4))
  const isBirth = /^(?:sinh|sn|ns|nam sinh)$/.test(groups['lead'] ?? '') && year <= thisYear - ADULT
  if (isBirth || year < EARLIEST || year > thisYear + YEARS_AHEAD) return undefined
  const plain = plainPeriod(groups, year)
  return plain && led(plain, groups['lead'])
}

function plainPeriod(groups: Groups, year: number): Period | undefined {
  const month = Number(groups['m'] ?? groups['m2'] ?? 0)
  if (month > 12) return undefined
  if (groups['d'] !== undefined) return oneDay(year, month, Number(groups['d']))
  if (groups['q'] !== undefined) {
    const last = Number(groups['q']) * 3
    return { from: dayOf(year, last - 2, 1), to: lastOf(year, last), said: `quý ${groups['q']}/${year}` }
  }
  if (month > 0)
    return { from: dayOf(year, month, 1), to: lastOf(year, month), said: `tháng ${month}/${year}` }
  const half = { dau: [1, 6, 'đầu năm'], cuoi: [7, 12, 'cuối năm'] } as const
  const [first, last, name] = half[groups['lead'] as keyof typeof half] ?? [1, 12, 'năm']
  return { from: dayOf(year, first, 1), to: lastOf(year, last), said: `${name} ${year}` }
}

function oneDay(year: number, month: number, day: number): Period | undefined {
  if (month < 1 || day < 1 || dayOf(year, month, day) > lastOf(year, month)) return undefined
  const one = dayOf(year, month, day)
  return { from: one, to: one, said: `ngày ${one.split('-').reverse().join('/')}` }
}

/** "trước …" is the day before; "từ …", "sau …" begin a time that goes on: today's, when it began in the past. */
function led({ from, to, said }: Period, word: string | undefined): Period {
  const before = daysAfter(from, -1)
  if (word === 'truoc') return { from: before, to: before, said: `trước ${said}` }
  if (word === 'tu' || word === 'ke tu' || word === 'sau')
    return { from, to: '9999-12-31', said: `từ ${said}` }
  return { from, to, said }
}

function together(a: Period, b: Period): Period {
  if (a.said === b.said) return a
  const [from, to] = [a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to]
  const print = (day: Day) => `${Number(day.slice(5, 7))}/${day.slice(0, 4)}`
  const isOneMonth = print(from) === print(to)
  const said = isOneMonth
    ? `tháng ${print(from)}`
    : `thời gian từ tháng ${print(from)} đến tháng ${print(to)}`
  return { from, to, said }
}

const dayOf = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day // a day by its form

const lastOf = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day // an ISO day is a Day
