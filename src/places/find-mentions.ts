import { isTierWord, tierAtEnd, withNumberedKind, type Tier, type TierSaid } from './place-tiers.ts'
import { placeKey, placeMarks, placeWords, type PlaceWord } from './place-words.ts'
import type { Named, Places } from './places.ts'

/** A name found in a text: where, and what it may mean after the word in front ("xã", "huyện", "tp") is heard. */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly tier: Tier | undefined
  readonly means: readonly Named[]
}

export interface Mentions {
  readonly found: readonly Mention[]
  /** A commune was spoken of ("xã …") by a name we do not know. */
  readonly unknownCommune: boolean
}

const LONGEST_NAME = 6
/** A place is named in a line, not a page: words beyond this are not looked at. */
const MOST_WORDS = 80

/** The place names in a text, in the order they stand: together they cover as many words as any choice can. */
export function findMentions(text: string, places: Places): Mentions {
  const words = placeWords(text).slice(0, MOST_WORDS)
  const found: Mention[] = []
  for (const { from, to, means } of spansIn(words, places)) {
    const before = words.slice(found.at(-1)?.to ?? 0, from)
    const mention = heard({ from, to, means }, words.slice(from, to), tierAtEnd(before))
    if (mention) found.push(mention)
  }
  return { found, unknownCommune: hasUnknownCommune(words, found) }
}

interface Span {
  readonly from: number
  readonly to: number
  readonly means: readonly Named[]
}
interface Choice {
  readonly covered: number
  readonly spans: readonly Span[]
}

/** Read from the end: for every word either leave it, or take a name that starts with it. Fewer names win ties. */
function spansIn(words: readonly PlaceWord[], places: Places): readonly Span[] {
  const best: Choice[] = Array.from({ length: words.length + 1 }, () => ({ covered: 0, spans: [] }))
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const choices = namesAt(words, from, places).map((span): Choice => {
      const rest = best[span.to]
      return { covered: span.to - from + (rest?.covered ?? 0), spans: [span, ...(rest?.spans ?? [])] }
    })
    const left = best[from + 1] ?? { covered: 0, spans: [] }
    best[from] = [left, ...choices].reduce((one, other) => (isBetter(other, one) ? other : one))
  }
  return best[0]?.spans ?? []
}

function isBetter(one: Choice, other: Choice): boolean {
  if (one.covered !== other.covered) return one.covered > other.covered
  return one.spans.length < other.spans.length
}

function namesAt(words: readonly PlaceWord[], from: number, places: Places): readonly Span[] {
  const spans: Span[] = []
  for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to += 1) {
    if (to > from + 1 && words[to - 1]?.opens) break
    const means = places.named.get(placeKey(withNumberedKind(words.slice(from, to)))) ?? []
    const allowed = means.filter((one) => !isShort(one) || standsLast(words, to))
    if (allowed.length > 0) spans.push({ from, to, means: allowed })
  }
  return spans
}

const isShort = (one: Named): boolean => one.level === 'province' && one.spelt !== 'name'

const courtesies = new Set('a ah nha nhe ad em chau r roi da nhen do ne'.split(' '))

function standsLast(words: readonly PlaceWord[], to: number): boolean {
  return words.slice(to).every(({ key }) => courtesies.has(key))
}

function heard(
  { from, to, means }: Span,
  words: readonly PlaceWord[],
  said: TierSaid | undefined,
): Mention | undefined {
  const tiered = means.filter((one) => fitsTier(one, said?.tier))
  // "xã Thanh Chương": no commune has that name today, but the former district still tells the province
  const fitting = tiered.length > 0 ? tiered : means.filter(({ level }) => level === 'district')
  const kept = sameMarks(sameKind(listedFirst(fitting), said?.kind), words)
  return kept.length > 0 ? { from, to, tier: said?.tier, means: kept } : undefined
}

function fitsTier(one: Named, tier: Tier | undefined): boolean {
  if (tier === undefined) return true
  if (tier === 'city')
    return one.level === 'province' || (one.level === 'district' && one.kind === 'thành phố')
  return one.level === tier
}

/** First letters only count as a province where no listed name or abbreviation fits. */
function listedFirst(means: readonly Named[]): readonly Named[] {
  const listed = means.filter((one) => one.level !== 'province' || one.spelt !== 'initials')
  return listed.length > 0 ? listed : means
}

/** "xã Nam Đàn" is the commune, not the former town; but wards have become communes, so the kind is only a preference. */
function sameKind(means: readonly Named[], kind: string | undefined): readonly Named[] {
  const same = means.filter((one) => one.level === 'commune' && one.kind === kind)
  return same.length > 0 ? same : means
}

/** Tone marks, where typed, choose between names that are alike without them. */
function sameMarks(means: readonly Named[], words: readonly PlaceWord[]): readonly Named[] {
  const marks = placeMarks(words)
  const same = marks === placeKey(words) ? [] : means.filter(({ marked }) => marked === marks)
  return same.length > 0 ? same : means
}

function hasUnknownCommune(words: readonly PlaceWord[], found: readonly Mention[]): boolean {
  return words.some((word, at) => {
    const before = words.slice(found.findLast(({ to }) => to <= at)?.to ?? 0, at)
    if (tierAtEnd(before)?.tier !== 'commune' || isTierWord(word)) return false
    const mention = found.find(({ from, to }) => from <= at && at < to)
    return !mention?.means.some(({ level }) => level === 'commune')
  })
}
