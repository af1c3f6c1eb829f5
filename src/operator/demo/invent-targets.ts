import type { AgentEntry } from '../../leads/register.ts'
import type { Commune } from '../../places/place.ts'
import type { Day } from '../../policy/values.ts'
import { periodOf } from '../../targets/period.ts'
import type { Target } from '../../targets/progress.ts'
import type { Chance } from './chance.ts'

const WEEKS_A_MONTH = 4
const planned = ['voluntary', 'household-health'] as const

/** What every agent is to reach this week and this month, programme by programme: small numbers, as in a commune. */
export function inventTargets(agents: readonly AgentEntry[], today: Day, chance: Chance): readonly Target[] {
  return agents.flatMap(({ id }) =>
    planned.flatMap((programme): readonly Target[] => {
      const plan = chance.between(1, 3)
      const of = { of: 'agent', id, programme } as const
      return [
        { ...of, period: periodOf('week', today), plan },
        { ...of, period: periodOf('month', today), plan: plan * WEEKS_A_MONTH },
      ]
    }),
  )
}

/** What is planned for every commune this month. */
export function inventCommuneTargets(
  communes: readonly Commune[],
  today: Day,
  chance: Chance,
): readonly Target[] {
  return communes.flatMap(({ code }) =>
    planned.map((programme): Target => {
      const plan = chance.between(4, 12)
      return { of: 'commune', id: code, programme, period: periodOf('month', today), plan }
    }),
  )
}
