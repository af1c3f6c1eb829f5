import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

export interface Phone {
  readonly e164: string
  readonly kind: 'mobile' | 'landline'
}

/** Eleven-digit mobiles of before September 2018 and what each became. */
const renumbered: Readonly<Record<string, string>> = {
  ...{ '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078' },
  ...{ '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082' },
  ...{ '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036' },
  ...{ '0167': '037', '0168': '038', '0169': '039', '0186': '056', '0188': '058', '0199': '059' },
}

/** Digits as people group them. A lone letter "o" in front is a mistyped zero: we ask again rather than guess. */
const digitRuns = /(?<!\d)(?<!(?<!\p{L})[oO][\s.]?)\+?\(?\d(?:[\s.()\-–]{0,3}\d)*/gu

/** The one Vietnamese number in a message; undefined when there is none, or when there are several. */
export function readPhone(text: string): Phone | undefined {
  const [phone, another] = readPhones(text)
  return another ? undefined : phone
}

/** Every different Vietnamese number in a message, as said. 1800 and 1900 numbers are not people. */
export function readPhones(text: string): readonly Phone[] {
  const found = (text.normalize('NFKC').match(digitRuns) ?? []).flatMap((run) => phonesIn(groupsOf(run)))
  return [...new Map(found.map((phone) => [phone.e164, phone])).values()]
}

/** "+84912345678" → "0912 345 678", for reading back; a landline → "0238 384 1234". */
export function formatPhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164)
  return parsed
    ? parsed
        .formatNational()
        .replace(/[^\d]+/g, ' ')
        .trim()
    : e164
}

function groupsOf(run: string): readonly string[] {
  return run.replace('(0)', '').match(/\+?\d+/g) ?? []
}

/** No phone number is typed in more pieces than it has characters. */
const MOST_PIECES = 12

/** Several numbers may stand in one run of digits: take the longest that is valid, go on behind it. */
function phonesIn(groups: readonly string[]): Phone[] {
  const found: Phone[] = []
  for (let from = 0; from < groups.length;) {
    const { phone, to } = phoneAt(groups, from)
    if (phone && hasTooManyDigits(groups, from, to)) return []
    if (phone) found.push(phone)
    from = to
  }
  return found
}

function phoneAt(groups: readonly string[], from: number): { phone?: Phone; to: number } {
  for (let to = Math.min(groups.length, from + MOST_PIECES); to > from; to -= 1) {
    const phone = phoneOf(groups.slice(from, to).join(''))
    if (phone) return { phone, to }
  }
  return { to: from + 1 }
}

/** "0912 345 678 9": a digit too many, not a phone followed by something else. */
function hasTooManyDigits(groups: readonly string[], from: number, to: number): boolean {
  return to - from > 1 && (groups[to]?.length ?? 9) <= 1
}

/** The number these digits spell (+84, 84 or 0 in front, old eleven-digit mobiles renumbered). */
export function phoneOf(digits: string): Phone | undefined {
  const national = /^(?:\+?84|0)0?([1-9]\d{8,9})$/.exec(digits)?.[1]
  if (national === undefined) return undefined
  const parsed = parsePhoneNumberFromString(renumber(`0${national}`), 'VN')
  if (!parsed?.isValid()) return undefined
  const type = parsed.getType()
  if (type === 'MOBILE') return { e164: parsed.number, kind: 'mobile' }
  return type === 'FIXED_LINE' ? { e164: parsed.number, kind: 'landline' } : undefined
}

function renumber(national: string): string {
  const prefix = national.length === 11 ? renumbered[national.slice(0, 4)] : undefined
  return prefix === undefined ? national : prefix + national.slice(4)
}
