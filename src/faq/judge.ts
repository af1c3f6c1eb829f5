import { fitted } from './fitted.ts'
import type { Kind } from './out-of-scope.ts'
import type { Ranked } from './rank.ts'
import { mainTopic } from './search-index.ts'

/** What the ranking as a whole says: is it for us at all, how likely is each entry of ours, and how sure is the best. */
export interface Judgement {
  readonly ours: number // likelihood that this is a question to us, 0 to 1
  readonly sure: number // likelihood that it is one and the first entry serves it, 0 to 1
  readonly notOurs: Ranked | undefined // the class of other messages it is most like
  readonly likely: readonly Likely[] // entries of ours, best first; likelihoods sum to 1
}

export interface Likely {
  readonly ranked: Ranked
  readonly likelihood: number
}

/** What is known of the message besides the ranking. */
export interface Reading {
  readonly covered: number // share of its words' worth that the texts of the best entry use
  readonly content: number // what the words our texts know are worth together
  readonly namesOurs: boolean
}

export function judge(ranked: readonly Ranked[], reading: Reading): Judgement {
  const ours = ranked.filter(({ item }) => item.thing.notOurs === undefined)
  const others = ranked.filter(({ item }) => item.thing.notOurs !== undefined)
  const real = together(ours)
  const likely = ours.map((one) => ({ ranked: one, likelihood: Math.exp(one.score - real) }))
  const isOurs = shareOf(oursEvidence(ours, others, reading), fitted.ours)
  return {
    ours: isOurs,
    sure: isOurs * shareOf(sureEvidence(likely, reading), fitted.sure),
    notOurs: others[0] && likeliestOf(others),
    likely,
  }
}

/** What tells a question to us from other messages; the weights are fitted. */
export function oursEvidence(ours: readonly Ranked[], others: readonly Ranked[], reading: Reading) {
  const ahead = together(ours) - together(others)
  return {
    base: 1,
    ahead: Math.max(-6, Math.min(6, ahead)),
    meant: ours[0]?.signals.meant ?? 0,
    likeOthers: others[0]?.signals.phrase ?? 0,
    named: reading.namesOurs ? 1 : 0,
    covered: reading.covered,
    content: Math.log(1 + reading.content),
  }
}

/** What tells a sure answer from a guess; the weights are fitted. */
export function sureEvidence(likely: readonly Likely[], reading: Reading) {
  const [first, second] = likely
  const ahead = Math.log((first?.likelihood ?? 0) / (second?.likelihood ?? 1e-9))
  return {
    base: 1,
    first: first?.likelihood ?? 0,
    ahead: Math.min(4, ahead),
    topic: first ? topicShare(likely, mainTopic(first.ranked.item.thing)) : 0,
    covered: reading.covered,
    content: Math.log(1 + reading.content),
  }
}

export function isOurs({ ours }: Judgement): boolean {
  return ours >= fitted.oursEnough
}

/** Sure enough to answer; otherwise we ask which was meant. */
export function isSure({ sure }: Judgement): boolean {
  return sure >= fitted.sureEnough
}

function shareOf<T extends string>(
  evidence: Readonly<Record<T, number>>,
  weights: Readonly<Record<T, number>>,
): number {
  const names = Object.keys(evidence) as T[] // a record's own keys
  return 1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * evidence[name], 0)))
}

function topicShare(likely: readonly Likely[], topic: string): number {
  const same = likely.filter(({ ranked }) => mainTopic(ranked.item.thing) === topic)
  return same.reduce((sum, { likelihood }) => sum + likelihood, 0)
}

/** The logarithm of what a group weighs together. */
export function together(group: readonly Ranked[]): number {
  const most = group[0]?.score
  if (most === undefined) return -Infinity
  return most + Math.log(group.reduce((sum, { score }) => sum + Math.exp(score - most), 0))
}

/** The best class of the kind that weighs most: many weak signs of danger outweigh one of small talk. */
function likeliestOf(others: readonly Ranked[]): Ranked | undefined {
  const weights = new Map<Kind, number>()
  for (const { item, score } of others) {
    const kind = item.thing.notOurs
    if (kind) weights.set(kind, (weights.get(kind) ?? 0) + Math.exp(score))
  }
  const [kind] = [...weights].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return others.find(({ item }) => item.thing.notOurs === kind)
}
