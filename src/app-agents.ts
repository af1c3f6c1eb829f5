import { join } from 'node:path'
import { loadPolicy } from './adapters/files/load-policy.ts'
import { loadScripts } from './adapters/files/load-scripts.ts'
import type { Store } from './adapters/postgres/store.ts'
import type { AreaParts } from './console/api/areas.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import { maskSecrets } from './conversation/mask-secrets.ts'
import { talkingPoints, type Scripts } from './leads/talking-points.ts'
import type { PolicyBook } from './policy/policy-book.ts'
import type { Clock } from './ports.ts'

export interface AgentParts {
  readonly root: string
  readonly store: Store
  readonly clock: Clock
}

const mask = (text: string) => maskSecrets(text).text

/** What the agent's app needs: leads, talking points with today's numbers, hours, targets, deletions, suggestions. */
export function agentParts({ root, store, clock }: AgentParts): Pick<AreaParts, 'myLeads' | 'myWork'> {
  let read: { readonly scripts: Scripts; readonly policy: PolicyBook } | undefined // at the first card, not at a start
  const knowledge = () =>
    (read ??= { scripts: loadScripts(root), policy: loadPolicy(join(root, 'knowledge', 'policy')) })
  return {
    myLeads: {
      ...{ work: store.agentWork({ mask }), clock },
      points(of) {
        const { scripts, policy } = knowledge()
        return talkingPoints(scripts, of, { today: dayInVietNam(clock.now()), policy })
      },
    },
    myWork: {
      ...{ times: store.agentTimes, targets: store.targets, suggestions: store.suggestions, mask, clock },
      ...{ erasures: store.personalData, audit: store.staff.audit },
    },
  }
}
