import { isLandmarkAtEnd, isNearAtEnd } from './landmarks.ts'
import { isTierWord, tierAtEnd, type Tier, type TierSaid } from './place-tiers.ts'
import { placeMarks, placeWords, type PlaceWord } from './place-words.ts'
import type { Named, Places } from './places.ts'
import { spansIn, type Span } from './spans.ts'

/** A name found in a text: where, and what it may mean after the word in front ("xã", "huyện", "tp") is heard. */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly tier: Tier | undefined
  readonly near: boolean // "gần xã …": not where the person lives
  readonly means: readonly Named[]
}

export interface Mentions {
  readonly words: readonly PlaceWord[]
  readonly found: readonly Mention[]
  /** Names of markets, streets, hamlets: passed over. */
  readonly landmarks: readonly Pick<Mention, 'from' | 'to'>[]
  /** A commune was spoken of ("xã …") by a name we do not know. */
  readonly unknownCommune: boolean
}

/** A place is named in a line, not a page: words beyond this are not looked at. */
const MOST_WORDS = 80

/** The place names in a text, in the order they stand: together they cover as many words as any choice can. */
export function findMentions(text: string, places: Places): Mentions {
  const words = placeWords(text).slice(0, MOST_WORDS)
  const found: Mention[] = []
  const landmarks: Span[] = []
  let end = 0
  for (const span of spansIn(words, places)) {
    const before = words.slice(end, span.from)
    end = span.to
    const said = tierAtEnd(before)
    if (!said && isLandmarkAtEnd(before)) {
      landmarks.push(span)
      continue
    }
    const mention = heard(span, words, said)
    if (mention) found.push({ ...mention, near: isNearAtEnd(said ? before.slice(0, -said.words) : before) })
  }
  return {
    words,
    found,
    landmarks,
    unknownCommune: landmarks.length === 0 && hasUnknownCommune(words, found),
  }
}

function heard(
  { from, to, means }: Span,
  all: readonly PlaceWord[],
  said: TierSaid | undefined,
): Omit<Mention, 'near'> | undefined {
  const words = all.slice(from, to)
  const tiered = means.filter((one) => fitsTier(one, said?.tier))
  // "xã Thanh Chương": no commune has that name today, but the former district still tells the province
  const fitting = tiered.length > 0 ? tiered : means.filter(({ level }) => level === 'district')
  const named = sameKind(listedFirst(fitting), said?.kind)
  const kept = all.some(({ typed, key }) => typed !== key) ? sameMarks(named, words) : named
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
  const same = means.filter((one) => one.level !== 'province' && one.kind === kind)
  return same.length > 0 ? same : means
}

/** In a text with tone marks, they choose between names that are alike without them. */
function sameMarks(means: readonly Named[], words: readonly PlaceWord[]): readonly Named[] {
  const marks = placeMarks(words)
  const same = means.filter(({ marked }) => marked === marks)
  return same.length > 0 ? same : means
}

function hasUnknownCommune(words: readonly PlaceWord[], found: readonly Mention[]): boolean {
  return words.some((word, at) => {
    const before = words.slice(found.findLast(({ to }) => to <= at)?.to ?? 0, at)
    if (tierAtEnd(before)?.tier !== 'commune' || isTierWord(word)) return false
    const mention = found.find(({ from, to }) => from <= at && at < to)
    if (mention && mention.from < at) return false // "tt huế" is the province's nickname
    return !mention?.means.some(({ level }) => level === 'commune')
  })
}
