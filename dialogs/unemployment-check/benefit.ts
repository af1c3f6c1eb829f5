import { compute } from '../../src/policy/compute.ts'
import type { Span } from '../../src/policy/span.ts'
import type { Dong } from '../../src/policy/values.ts'
import type { World } from '../world.ts'

export const regions = ['I', 'II', 'III', 'IV'] as const
export type Region = (typeof regions)[number]

interface Said {
  readonly averageSalary?: Dong | null
  readonly totalMonths?: Span | null
  readonly windowMonths?: Span | null
  readonly region?: Region | null
}

/**
 * The benefit for what was said: the fewest months of a band, so that nobody is promised too much. Without a region it
 * is told only where every region gives the same.
 */
export function benefitOf({ averageSalary, totalMonths, windowMonths, region }: Said, world: World) {
  const contributionMonths = totalMonths?.min ?? windowMonths?.min
  if (typeof averageSalary !== 'number' || contributionMonths === undefined) return undefined
  const [first, ...others] = (region ? [region] : regions).map((one) => {
    const input = { averageSalary, contributionMonths, region: one }
    return compute({ rule: 'unemployment', on: world.today, input }, { book: world.policy })
  })
  if (first?.kind !== 'computed' || !first.result.eligible) return undefined
  const same = others.every((one) => one.kind === 'computed' && one.result.monthly === first.result.monthly)
  return same ? first : 'region-matters'
}
