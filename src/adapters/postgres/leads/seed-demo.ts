import type { RegisterEntries } from '../../../leads/register.ts'
import type { DemoPlaces } from '../../../places/place-files.ts'
import type { Day } from '../../../policy/values.ts'

/** The invented agents, points and offices, as they are registered. */
export function demoEntries({ points, agents, offices }: DemoPlaces): RegisterEntries {
  return {
    points: points.map(({ status, ...rest }) => ({ ...rest, standing: standingOf(status) })),
    offices,
    agents: agents.map(({ status, phone, trainedUntil, ...rest }) => ({
      ...rest,
      phone: phone.replace(/^0/, '+84'),
      trainedUntil: trainedUntil as Day, // the file's own check: written as a day
      standing: standingOf(status),
    })),
  }
}

const standingOf = (status: 'active' | 'inactive') => ({
  state: status === 'active' ? ('active' as const) : ('suspended' as const),
})
