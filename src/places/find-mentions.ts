import type { Named, Places } from './places.ts'
import { placeKey, placeMarks, placeWords, type PlaceWord } from './place-words.ts'

/** A name found in a text: where, and what it may mean after the word in front ("xã", "huyện", "tp") is heard. */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly tier: Tier | undefined
  readonly means: readonly Named[]
}

export type Tier = 'province' | 'city' | 'district' | 'commune'

export interface Mentions {
  readonly found: readonly Mention[]
  /** A commune was spoken of ("xã …") by a name we do not know. */
  readonly unknownCommune: boolean
}

const LONGEST_NAME = 6

const tierWords: Readonly<Record<string, Tier>> = {
  ...{ tinh: 'province', 'thanh pho': 'city', tp: 'city', 't p': 'city', 'th pho': 'city' },
  ...{
    huyen: 'district',
    h: 'district',
    quan: 'district',
    q: 'district',
    'thi xa': 'district',
    tx: 'district',
    't x': 'district',
  },
  ...{ phuong: 'commune', p: 'commune', f: 'commune', ph: 'commune', xa: 'commune', x: 'commune' },
  ...{ 'thi tran': 'commune', tt: 'commune', 't t': 'commune', 'dac khu': 'commune' },
}
/** Numbered districts and wards are known by their whole name: "q 1" is "quận 1". */
const numberedKinds: Readonly<Record<string, string>> = {
  q: 'quan',
  quan: 'quan',
  p: 'phuong',
  f: 'phuong',
  phuong: 'phuong',
}

/** Every place name in a text, longest first where names overlap, in the order they stand. */
export function findMentions(text: string, places: Places): Mentions {
  const words = placeWords(text)
  const found: Mention[] = []
  for (let at = 0; at < words.length;) {
    const mention = mentionAt(words, at, places)
    if (mention) found.push(mention)
    at = mention?.to ?? at + 1
  }
  return { found, unknownCommune: hasUnknownCommune(words, found) }
}

function mentionAt(words: readonly PlaceWord[], at: number, places: Places): Mention | undefined {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length -= 1) {
    const span = words.slice(at, at + length)
    const means = places.named.get(placeKey(numbered(span)))
    const mention = means && heard(words, { from: at, to: at + length }, means)
    if (mention) return mention
  }
  return undefined
}

function numbered(span: readonly PlaceWord[]): readonly PlaceWord[] {
  const [kind, number] = span
  const whole =
    kind && number && span.length === 2 && /^\d+$/.test(number.key) ? numberedKinds[kind.key] : undefined
  return whole && number ? [{ key: whole, marked: whole }, number] : span
}

function heard(
  words: readonly PlaceWord[],
  { from, to }: { from: number; to: number },
  means: readonly Named[],
): Mention | undefined {
  const tier = tierBefore(words, from)
  const allowed = means.filter((one) => !isShort(one) || standsLast(words, to))
  const tiered = allowed.filter((one) => fitsTier(one, tier))
  // "xã Thanh Chương": no commune has that name today, but the former district still tells the province
  const fitting = tiered.length > 0 ? tiered : allowed.filter(({ level }) => level === 'district')
  const kept = sameMarks(listedFirst(fitting), words.slice(from, to))
  return kept.length > 0 ? { from, to, tier, means: kept } : undefined
}

/** First letters only count as a province where no listed name or abbreviation fits. */
function listedFirst(means: readonly Named[]): readonly Named[] {
  const listed = means.filter((one) => one.level !== 'province' || one.spelt !== 'initials')
  return listed.length > 0 ? listed : means
}

/** Tone marks, where typed, choose between names that are alike without them. */
function sameMarks(means: readonly Named[], words: readonly PlaceWord[]): readonly Named[] {
  const marks = placeMarks(words)
  const same = marks === placeKey(words) ? [] : means.filter(({ marked }) => marked === marks)
  return same.length > 0 ? same : means
}

const isShort = (one: Named): boolean => one.level === 'province' && one.spelt !== 'name'

function fitsTier(one: Named, tier: Tier | undefined): boolean {
  if (tier === undefined) return true
  if (tier === 'city')
    return one.level === 'province' || (one.level === 'district' && one.kind === 'thành phố')
  return one.level === tier
}

function tierBefore(words: readonly PlaceWord[], at: number): Tier | undefined {
  return tierWords[placeKey(words.slice(Math.max(0, at - 2), at))] ?? tierWords[words[at - 1]?.key ?? '']
}

const courtesies = new Set([
  'a',
  'ah',
  'nha',
  'nhe',
  'ad',
  'em',
  'chau',
  'r',
  'roi',
  'da',
  'nhen',
  'do',
  'ne',
])

function standsLast(words: readonly PlaceWord[], to: number): boolean {
  return words.slice(to).every(({ key }) => courtesies.has(key))
}

function hasUnknownCommune(words: readonly PlaceWord[], found: readonly Mention[]): boolean {
  return words.some(({ key }, at) => {
    if (at === 0 || tierBefore(words, at) !== 'commune' || tierWords[key] !== undefined) return false
    const mention = found.find(({ from, to }) => from <= at && at < to)
    return !mention?.means.some(({ level }) => level === 'commune')
  })
}
