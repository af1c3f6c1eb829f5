import type { PeriodKind } from './period.ts'
import type { Progress } from './progress.ts'

/** Of several plans for the same thing the month's counts; without one, the shortest. */
const order: readonly PeriodKind[] = ['month', 'week', 'quarter', 'year']

/**
 * How many participants each agent is behind an even pace to their plans by today, for one programme; 0 for who keeps pace.
 * `undefined` and programmes nobody has a plan for count all plans together. Who has no plan is not in the map.
 */
export function behindPace(
  all: readonly Progress[],
  programme: string | undefined,
): ReadonlyMap<string, number> {
  const agents = all.filter(({ target: { of } }) => of === 'agent')
  const named = agents.filter(({ target }) => target.programme === programme)
  const behind = new Map<string, number>()
  for (const { target, cumulative, pace } of onePlanEach(named.length > 0 ? named : agents)) {
    const missing = Math.max(0, pace.expected - cumulative)
    behind.set(target.id, (behind.get(target.id) ?? 0) + missing)
  }
  return behind
}

/** Week, month and year plans overlap: of each agent and programme only one is counted. */
function onePlanEach(all: readonly Progress[]): readonly Progress[] {
  const kept = new Map<string, Progress>()
  for (const one of all) {
    const key = `${one.target.id}\n${one.target.programme}`
    const before = kept.get(key)
    if (!before || rank(one) < rank(before)) kept.set(key, one)
  }
  return [...kept.values()]
}

const rank = ({ target: { period } }: Progress) => order.indexOf(period.kind)
