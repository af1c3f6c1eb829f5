import { fold } from '../conversation/fold.ts'

/** What our own texts say, so that it can be told from what only this person said. */
export interface KnownWords {
  /** Words of one spelling: as written, or with the marks taken off. */
  readonly marked: Vocabulary
  readonly bare: Vocabulary
}

export interface Vocabulary {
  /** In so many texts that it belongs to the language, not to anybody. */
  isCommon(word: string): boolean
  /** The two stand side by side in at least two texts. */
  isPair(first: string | undefined, second: string | undefined): boolean
}

const COMMON_IN = 8
const PAIR_IN = 2

/** What the texts say, as plain data: it takes time to learn and can be kept. */
export interface LearntWords {
  readonly marked: LearntVocabulary
  readonly bare: LearntVocabulary
}

interface LearntVocabulary {
  readonly common: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
}

/** Reads the texts of the knowledge base, one string for each entry. */
export function learnWords(texts: readonly string[]): LearntWords {
  const whole = texts.map((text) => text.normalize('NFC').toLowerCase())
  return { marked: vocabularyOf(whole), bare: vocabularyOf(whole.map(fold)) }
}

export function knownWords({ marked, bare }: LearntWords): KnownWords {
  return { marked: asVocabulary(marked), bare: asVocabulary(bare) }
}

function asVocabulary({ common, pairs }: LearntVocabulary): Vocabulary {
  return {
    isCommon: (word) => common.has(word),
    isPair: (first, second) => first !== undefined && second !== undefined && pairs.has(`${first} ${second}`),
  }
}

function vocabularyOf(texts: readonly string[]): LearntVocabulary {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const text of texts) {
    const runs = text.split(/[^\p{L}\s]+|\n/u).map((run) => run.match(/\p{L}+/gu) ?? [])
    countEach(words, runs.flat())
    countEach(
      pairs,
      runs.flatMap((run) => run.slice(1).map((word, i) => `${run[i]} ${word}`)),
    )
  }
  return { common: inAtLeast(COMMON_IN, words), pairs: inAtLeast(PAIR_IN, pairs) }
}

function inAtLeast(times: number, counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set([...counts].filter(([, count]) => count >= times).map(([one]) => one))
}

/** Each text counts once for a word, however often it says it. */
function countEach(counts: Map<string, number>, said: readonly string[]): void {
  for (const one of new Set(said)) counts.set(one, (counts.get(one) ?? 0) + 1)
}
