import type { Citation, Day, Dong } from '../policy/values.ts'

/** 1500000 → "1.500.000 đồng". */
export function formatDong(amount: Dong): string {
  return `${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}

/** An amount for one day, already divided: 8800 → "khoảng 8.800 đồng mỗi ngày". */
export function formatPerDay(perDay: Dong): string {
  return `khoảng ${formatDong(perDay)} mỗi ngày`
}

/** 2027-01-01 → "01/01/2027". */
export function formatDay(day: Day): string {
  return day.split('-').reverse().join('/')
}

/** What each kind of document is called, by the letters in its number. The first that fits wins. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\/NQ-|\/UBTVQH\d+$/i, 'Nghị quyết'],
  [/\/NĐ-/i, 'Nghị định'],
  [/\/TT-|\/TTLT-/i, 'Thông tư'],
  [/\/QĐ-/i, 'Quyết định'],
  [/\/PL-/i, 'Pháp lệnh'],
  [/\/VBHN-/i, 'Văn bản hợp nhất'],
  [/^\d+\/[A-ZĐ]+-/i, 'Công văn'],
  [/\/QH\d+$/i, 'Luật'],
]

/**
 * "Điều 31 khoản 2, Điều 36 khoản 1 Luật 41/2024/QH15; Điều 3 Nghị định 351/2025/NĐ-CP".
 * A resolution of the National Assembly has the same number form as a law: its citation says what it is.
 */
export function formatCitations(citations: readonly Citation[]): string {
  const acts = [...new Set(citations.map(({ act }) => act))]
  return acts
    .map((act) => {
      const cited = citations.filter((one) => one.act === act)
      const places = [...new Set(cited.flatMap(({ place }) => place.split(/, (?=Điều \d)/)))]
      return placed(places, formatAct(act, cited.find(({ kind }) => kind !== undefined)?.kind))
    })
    .join('; ')
}

const amended = / \((sửa theo [^)]*)\)$/

/** Articles before the document's name; what amended them, and a place that is only described, after it. */
function placed(places: readonly string[], act: string): string {
  const isArticle = (place: string) => /^(?:Điều|khoản|điểm|Mục|Chương|Phụ lục|Luật) /iu.test(place)
  const articles = places.filter(isArticle).map((place) => place.replace(amended, ''))
  const described = places.filter((place) => !isArticle(place))
  const notes = [...new Set([...places.flatMap((place) => amended.exec(place)?.[1] ?? []), ...described])]
  const named = [...new Set(articles)].join(', ')
  return [`${named} ${act}`.trim(), ...notes].join(', ')
}

function formatAct(act: string, said: string | undefined): string {
  const number = act.normalize('NFC')
  const kind = said ?? kinds.find(([form]) => form.test(number))?.[1]
  return kind === undefined || number.startsWith(kind) ? number : `${kind} ${number}`
}
