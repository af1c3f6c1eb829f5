import { isTierWord, tierAtEnd, withNumberedKind } from './place-tiers.ts'
import { placeKey, type PlaceWord } from './place-words.ts'
import type { Named, Places } from './places.ts'

/** Words `from` up to `to` are a name, and what it may mean. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly means: readonly Named[]
}
interface Choice {
  readonly covered: number
  readonly spans: readonly Span[]
}

const LONGEST_NAME = 6

/** Read from the end: for every word either leave it, or take a name that starts with it. Fewer names win ties. */
export function spansIn(words: readonly PlaceWord[], places: Places): readonly Span[] {
  const best: Choice[] = Array.from({ length: words.length + 1 }, () => ({ covered: 0, spans: [] }))
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const follows = (to: number) => best[to]?.spans[0]?.from === to
    const choices = namesAt(words, from, { places, follows }).map((span): Choice => {
      const rest = best[span.to]
      const covered = span.to - from + tierBefore(words, from) + (rest?.covered ?? 0)
      return { covered, spans: [span, ...(rest?.spans ?? [])] }
    })
    const left = best[from + 1] ?? { covered: 0, spans: [] }
    best[from] = [left, ...choices].reduce((one, other) => (isBetter(other, one) ? other : one))
  }
  return best[0]?.spans ?? []
}

/** "phường" before a name is spent on it: "phuong trung dung" is the ward Trung Dũng, not Phương Trung. */
function tierBefore(words: readonly PlaceWord[], from: number): number {
  return tierAtEnd(words.slice(Math.max(0, from - 2), from))?.words ?? 0
}

function isBetter(one: Choice, other: Choice): boolean {
  if (one.covered !== other.covered) return one.covered > other.covered
  if (one.spans.length !== other.spans.length) return one.spans.length < other.spans.length
  return lengthOf(one.spans[0]) > lengthOf(other.spans[0])
}

const lengthOf = (span: Span | undefined) => (span ? span.to - span.from : 0)

interface Looking {
  readonly places: Places
  readonly follows: (to: number) => boolean // another name stands right after
}

function namesAt(words: readonly PlaceWord[], from: number, { places, follows }: Looking): readonly Span[] {
  const spans: Span[] = []
  for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to += 1) {
    if (to > from + 1 && words[to - 1]?.opens) break
    const means = places.named.get(placeKey(withNumberedKind(words.slice(from, to)))) ?? []
    const allowed = means.filter((one) => mayStand(one, words, { from, to, follows: follows(to) }))
    if (allowed.length > 0) spans.push({ from, to, means: allowed })
  }
  return spans
}

interface At {
  readonly from: number
  readonly to: number
  readonly follows: boolean
}

/** "phường" typed with its marks is not "Phương"; the rest depends on what the name is. */
function mayStand(one: Named, words: readonly PlaceWord[], at: At): boolean {
  const first = words[at.from]
  if (!first || (isMarkedTier(first) && !one.marked.startsWith(first.marked))) return false
  if (one.level === 'province') return one.spelt === 'name' || mayStandShort(words, at)
  const isShort = one.level === 'district' && one.marked.length <= SHORT
  if (isShort) return tierAtEnd(words.slice(0, at.from)) !== undefined
  const isOneSyllable = at.to - at.from === 1 && first.key.length <= LONGEST_SYLLABLE
  return !isOneSyllable || mayStandAlone(one, words, at)
}

/** Abbreviations of provinces stand last, or after "ở". */
function mayStandShort(words: readonly PlaceWord[], { from, to }: At): boolean {
  return standsLast(words, to) || placeBefore.has(words[from - 1]?.key ?? '')
}

/** A name of one syllable stands after "xã", apart, or before another name: else it is an ordinary word. */
function mayStandAlone(one: Named, words: readonly PlaceWord[], { from, to, follows }: At): boolean {
  const first = words[from]
  if (!first || startsTier(words, from) || isOtherWord(first, one)) return false // "thành phố" is not the commune Thanh
  if (tierAtEnd(words.slice(0, from)) !== undefined) return true
  if (courtesies.has(first.key)) return false
  const begins = from === 0 || first.opens
  const ends = standsLast(words, to) || words[to]?.opens === true || follows
  return one.level === 'district' || (begins && ends)
}

function startsTier(words: readonly PlaceWord[], from: number): boolean {
  const [first, second] = words.slice(from, from + 2)
  return first !== undefined && second !== undefined && tierAtEnd([first, second])?.words === 2
}

/** A single syllable typed with other marks is another word: "chợ" is not "Chờ". */
const isOtherWord = (word: PlaceWord, one: Named) => word.typed !== word.key && word.marked !== one.marked
const isMarkedTier = (word: PlaceWord) => word.typed !== word.key && isTierWord(word)
const LONGEST_SYLLABLE = 6
const SHORT = 2 // "q gv": two letters are a district only after "quận"
const placeBefore = new Set('o tai tinh tp'.split(' '))
const courtesies = new Set('a ah nha nhe ad em chau r roi da nhen do ne vn viet nam cu chu cho'.split(' '))

function standsLast(words: readonly PlaceWord[], to: number): boolean {
  return words.slice(to).every(({ key }) => courtesies.has(key))
}
