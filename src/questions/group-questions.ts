import { fold } from '../conversation/fold.ts'

/** One group of questions that say nearly the same: places in the list that was given, the first one its heart. */
export type Group = readonly number[]

/** So alike (cosine of their words' worth) that one answer would do for both. */
const ALIKE = 0.55
/** Texts meet by so many of their rarest words; a word in more hearts than this tells little and is not followed. */
const TELLING = 4
const FOLLOWED = 60

type Worths = ReadonlyMap<string, number>

/**
 * Groups texts by their words, rare words counting more; marks and order of words do not count. Largest groups first.
 * One pass, a text a step: each joins the first heart most like it, or becomes one. `texts` have personal data left out.
 */
export function* groupQuestions(texts: readonly string[]): Generator<undefined, readonly Group[]> {
  const words: ReadonlySet<string>[] = []
  for (const text of texts) {
    words.push(wordsOf(text))
    yield
  }
  const seenIn = countWords(words)
  const groups: number[][] = []
  const hearts: Worths[] = []
  const heartsWith = new Map<string, number[]>()
  for (const [at, said] of words.entries()) {
    const worths = unit(said, (word) => Math.log(1 + texts.length / (seenIn.get(word) ?? 1)))
    const group = likest(worths, hearts, heartsWith)
    if (group !== undefined) groups[group]?.push(at)
    else {
      for (const word of telling(worths)) follow(heartsWith, word, hearts.length)
      hearts.push(worths)
      groups.push([at])
    }
    yield
  }
  return groups.toSorted((a, b) => b.length - a.length)
}

function likest(
  worths: Worths,
  hearts: readonly Worths[],
  heartsWith: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  let best: number | undefined
  let most = ALIKE
  for (const heart of new Set(telling(worths).flatMap((word) => heartsWith.get(word) ?? []))) {
    const likeness = product(worths, hearts[heart] ?? new Map())
    if (likeness < most) continue
    most = likeness
    best = heart
  }
  return best
}

function follow(heartsWith: Map<string, number[]>, word: string, heart: number): void {
  const known = heartsWith.get(word) ?? []
  if (known.length < FOLLOWED) heartsWith.set(word, [...known, heart])
}

function telling(worths: Worths): readonly string[] {
  return [...worths]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, TELLING)
    .map(([word]) => word)
}

function product(one: Worths, other: Worths): number {
  let sum = 0
  for (const [word, worth] of one) sum += worth * (other.get(word) ?? 0)
  return sum
}

function unit(words: ReadonlySet<string>, worthOf: (word: string) => number): Worths {
  const worths = [...words].map((word) => [word, worthOf(word)] as const)
  const length = Math.hypot(...worths.map(([, worth]) => worth)) || 1
  return new Map(worths.map(([word, worth]) => [word, worth / length]))
}

/** Words without marks; what stands for something left out is none. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(fold(text).match(/[a-z]+/g) ?? [])
}

function countWords(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** A recorded question as a way of asking: without the signs for what was left out. */
export function asWayOfAsking(words: string): string {
  return words.replace(/[…#]/g, ' ').replace(/\s+/g, ' ').trim()
}
