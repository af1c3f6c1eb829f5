import { correctToken, type Correct } from './correct-token.ts'
import { exactlySame, phraseTable, type Phrase, type PhraseTable } from './phrase-table.ts'
import type { CostOf } from './split-joined.ts'
import { isSyllable } from './syllable.ts'
import { programmes, type Programme } from './faq-entry.ts'
import type { Synonyms } from './synonyms.ts'
import { tokens, writtenWords } from './tokens.ts'
import { whole } from './whole.ts'
import { sameWord, type Word } from './word.ts'

/** Everything needed to read a message: the words our answers know, and how people say things. */
export interface Lexicon {
  readonly knows: (plain: string) => boolean
  readonly costOf: CostOf // for cutting joined words
  readonly correct: Correct
  readonly rewrites: PhraseTable<Rewrite>
  readonly asking: PhraseTable<true>
  readonly near: PhraseTable<string>
  readonly ours: PhraseTable<true>
  readonly programmes: PhraseTable<Programme>
}

/** What a phrase becomes: other words, or nothing at all when it is politeness. */
interface Rewrite {
  readonly words: readonly Word[]
  readonly startsQuestion: boolean
}

/** How often our own texts (ways of asking, titles, bodies) use each word. */
export type WordCounts = ReadonlyMap<string, number>

export function buildLexicon(counts: WordCounts, synonyms: Synonyms): Lexicon {
  return whole(lexiconInSteps(counts, synonyms))
}

/** The same, a table a step. */
export function* lexiconInSteps(counts: WordCounts, synonyms: Synonyms): Generator<undefined, Lexicon> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const correct = correctToken([...counts.keys()])
  yield
  const rewrites = phraseTable(rewritesOf(synonyms), exactlySame)
  yield
  const near = phraseTable(
    synonyms.near.flatMap((group, i) => phrases(group, `#${i}`)),
    sameWord,
  )
  yield
  return {
    ...{ correct, rewrites, near },
    knows: (plain) => counts.has(plain),
    costOf: (piece) => pieceCost(piece, counts, total),
    asking: phraseTable(phrases(synonyms.asking, true), sameWord),
    ours: phraseTable(phrases(synonyms.ours, true), sameWord),
    programmes: phraseTable(
      programmes.flatMap((programme) => phrases(synonyms.programmes[programme] ?? [], programme)),
      sameWord,
    ),
  }
}

function phrases<T>(texts: readonly string[], value: T): readonly Phrase<T>[] {
  return texts.map((text) => ({ words: writtenWords(text), value }))
}

/** Our own words, without stray spellings that a way of asking may show on purpose ("nguye65n"). */
export function countWords(texts: readonly string[], synonyms: Synonyms): WordCounts {
  const counts = new Map<string, number>()
  const count = (word: Word) => counts.set(word.plain, (counts.get(word.plain) ?? 0) + 1)
  for (const text of texts) tokens(text).forEach(count)
  for (const [plain, times] of counts) if (times < 3 && !isSyllable(plain)) counts.delete(plain)
  for (const { say, mean } of synonyms.write) for (const text of [...say, mean]) tokens(text).forEach(count)
  for (const phrase of [...synonyms.filler, ...synonyms.near.flat()]) tokens(phrase).forEach(count)
  return counts
}

function pieceCost(piece: string, counts: WordCounts, total: number): number | undefined {
  const count = counts.get(piece)
  if (count === undefined) return piece.length > 1 && isSyllable(piece) ? 14 : undefined
  return Math.log(total / count) + (piece.length === 1 ? 4 : 1)
}

function rewritesOf(synonyms: Synonyms) {
  const said = synonyms.write.flatMap(({ say, mean }) => {
    const value = { words: writtenWords(mean), startsQuestion: false }
    return [...say, mean].map((phrase) => ({ words: writtenWords(phrase), value })) // "bao nhiêu" stays, not "bao bao nhiêu"
  })
  const polite = synonyms.filler.map((phrase) => {
    const words = writtenWords(phrase)
    return { words, value: { words: [], startsQuestion: words.length > 1 && words.at(-1)?.plain === 'hoi' } }
  })
  return [...said, ...polite]
}
