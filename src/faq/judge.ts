import type { Kind } from './out-of-scope.ts'
import type { Ranked } from './rank.ts'
import { oursWeight, SURE_ENOUGH, OURS_ENOUGH } from './weights.ts'

/** What the ranking as a whole says: is it for us at all, and how likely is each entry of ours. */
export interface Judgement {
  readonly ours: number // above OURS_ENOUGH: a question to us
  readonly notOurs: Ranked | undefined // the class of other messages it is most like
  readonly likely: readonly Likely[] // entries of ours, best first; likelihoods sum to 1
}

export interface Likely {
  readonly ranked: Ranked
  readonly likelihood: number
}

export function judge(ranked: readonly Ranked[], known: number, namesOurs: boolean): Judgement {
  const ours = ranked.filter(({ item }) => item.thing.notOurs === undefined)
  const others = ranked.filter(({ item }) => item.thing.notOurs !== undefined)
  const real = together(ours)
  const ahead = Math.max(-6, Math.min(6, real - together(others)))
  const { base, ahead: perAhead, real: perReal, named, known: perKnown } = oursWeight
  return {
    ours: base + perAhead * ahead + perReal * real + named * (namesOurs ? 1 : 0) + perKnown * known,
    notOurs: others[0] && likeliestOf(others),
    likely: ours.map((one) => ({ ranked: one, likelihood: Math.exp(one.score - real) })),
  }
}

/** Is the best clearly ahead of the next? Then we answer; otherwise we ask which was meant. */
export function isSure([first, second]: readonly Likely[]): boolean {
  return first !== undefined && first.likelihood >= SURE_ENOUGH * (second?.likelihood ?? 0)
}

export function isOurs({ ours }: Judgement): boolean {
  return ours >= OURS_ENOUGH
}

/** The logarithm of what a group weighs together. */
function together(group: readonly Ranked[]): number {
  const most = group[0]?.score ?? -Infinity
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
