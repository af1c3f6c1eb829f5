/** A day as far as it was said; null for what was not. */
export interface DayParts {
  readonly y: number | null
  readonly m: number | null
  readonly d: number | null
}

const year = String.raw`(?<y>(?:1[89]|20)\d\d|\d\d)`
const fullYear = String.raw`(?<y>(?:1[89]|20)\d\d)`
const month = String.raw`(?:thang|thg|th|t) ?(?<m>\d{1,2})`
const inYear = String.raw`(?: (?:am lich|am|al|ta)\b)?(?: ?[,/-] ?| )?(?:cua )?(?:nam |n ?|sinh )?`

/** How people write a day, most complete first. They read calendarWords: folded, digits, "/" and "-" only. */
const forms: readonly RegExp[] = [
  String.raw`${fullYear} ?[/-] ?(?<m>\d{1,2})(?: ?[/-] ?(?<d>\d{1,2}))?`,
  String.raw`(?<d>\d{1,2}) ?[/-] ?(?<m>\d{1,2})(?: ?[/-] ?| nam )${year}`,
  String.raw`(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)`,
  String.raw`(?<d>[0-3]\d)(?<m>\d\d)(?<y>(?:19|20)\d\d)`,
  String.raw`(?<d>[0-3]\d)(?<m>[01]\d)(?<y>\d\d)`,
  String.raw`(?<d>\d{1,2})[ ,/-]*${month}${inYear}${year}`,
  String.raw`${fullYear}[ ,]*${month}(?:[ ,]*(?:ngay|mung) (?<d>\d{1,2}))?`,
  String.raw`${month}[ ,]*(?:ngay|mung) (?<d>\d{1,2})${inYear}${year}`,
  String.raw`${month}${inYear}${year}`,
  String.raw`(?<d>\d{1,2})[ ,/-]*${month}`,
  String.raw`(?<m>\d{1,2}) ?[/-] ?(?<y>(?:1[89]|20)\d\d|1[3-9]|[2-9]\d)`,
  String.raw`(?<d>\d{1,2}) (?<m>\d{1,2}) ${year}`,
  String.raw`(?<d>\d{1,2}) ?[/-] ?(?<m>\d{1,2})`,
  month,
  String.raw`(?:nam sinh|sinh nam|nam|sinh|sn|ns|nsinh|doi) ?(?:la |: ?)?${year}`,
  fullYear,
  String.raw`(?:ngay|mung|mong) (?<d>\d{1,2})`,
].map((form) => new RegExp(String.raw`(?<![\d/a-z])(?:${form})(?![\d/])`))

/** The parts as digits; `y` still as written ("68"). Undefined when no day is said. */
export function dayPartsIn(words: string): { y?: string; m?: string; d?: string } | undefined {
  return forms.map((form) => form.exec(words)?.groups).find(Boolean)
}

/** Is there such a day (29 February only in leap years; without a year, every day some year has)? */
export function isRealDay({ y, m, d }: DayParts): boolean {
  if (m !== null && (m < 1 || m > 12)) return false
  if (d === null) return true
  const last = m === null ? 31 : new Date(Date.UTC(y ?? 2024, m, 0)).getUTCDate()
  return d >= 1 && d <= last
}

/** What an impossible day may have meant, to ask about: month and day swapped, or the parts that are possible. */
export function nearestDays({ y, m, d }: DayParts): readonly DayParts[] {
  const guesses = [
    { y, m: d, d: m },
    { y, m, d: null },
    { y, m: null, d: null },
  ]
  const possible = guesses.filter((guess) => isRealDay(guess) && (guess.y ?? guess.m) !== null)
  return possible.slice(0, 1)
}
