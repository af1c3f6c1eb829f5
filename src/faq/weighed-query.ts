import { featuresOf, type Feature } from './features.ts'
import type { Lexicon } from './lexicon.ts'
import type { Rarity } from './rarity.ts'
import type { Query } from './read-query.ts'
import { evidenceWeight, STORY } from './weights.ts'
import type { Clause, Word } from './word.ts'

interface WeighedFeature {
  readonly number: number
  readonly key: string
  readonly share: number // before rarity: how sure, how central to the question, which kind of evidence
  readonly weight: number // share × rarity
  readonly isWord: boolean
}

/** A message as weighed features: only those our texts know can match, the others still make it longer. */
export interface WeighedQuery {
  readonly features: readonly WeighedFeature[]
  readonly length: number // of the whole vector, unknown features included
  readonly worth: number // of all its words, known or not
  readonly content: number // what the known words are worth together: near 0 when only little words were said
  readonly words: readonly Word[]
}

/** Clauses that ask count in full, the story around them less; with `focus`, only that clause counts in full. */
export function weighQuery(query: Query, lexicon: Lexicon, rarity: Rarity, focus?: Clause): WeighedQuery {
  const asking = focus ? [focus] : query.clauses.filter(({ asks }) => asks)
  const weights = new Map<string, { feature: Feature; weight: number }>()
  for (const clause of query.clauses) {
    const share = asking.length === 0 || asking.includes(clause) ? 1 : STORY
    for (const feature of featuresOf(clause.words, lexicon)) {
      const weight = share * feature.sure
      if (weight > (weights.get(feature.key)?.weight ?? 0)) weights.set(feature.key, { feature, weight })
    }
  }
  return summed([...weights.values()], rarity, query)
}

function summed(
  weighed: readonly { feature: Feature; weight: number }[],
  { number, worth, worthOfUnknown }: Rarity,
  { clauses }: Query,
): WeighedQuery {
  const all = weighed.map(({ feature: { key, kind }, weight }) => {
    const known = number.get(key)
    const rare = known === undefined ? worthOfUnknown[kind] : (worth[known] ?? 0)
    const isWord = kind === 'word' && !/\d/.test(key)
    return { number: known, key, share: weight * evidenceWeight[kind], weight: weight * rare, isWord }
  })
  const words = all.filter(({ isWord }) => isWord)
  const content = weightOf(words.filter((one) => one.number !== undefined))
  const counted = all.filter((one) => one.number !== undefined || one.isWord)
  return {
    features: all.flatMap((one) => (one.number === undefined ? [] : [{ ...one, number: one.number }])),
    length: Math.hypot(...counted.map(({ weight }) => weight)) || 1,
    worth: weightOf(words),
    content,
    words: clauses.flatMap((clause) => clause.words),
  }
}

function weightOf(features: readonly { readonly weight: number }[]): number {
  return features.reduce((sum, { weight }) => sum + weight, 0)
}
