import type { AgentDesk, AgentWork } from '../../leads/agent-desk.ts'
import type { AgentTimes } from '../../leads/agent-times.ts'
import type { LeadDesk } from '../../leads/lead-desk.ts'
import type { LeadList } from '../../leads/lead-list.ts'
import type { PastLead } from '../../leads/past-lead.ts'
import type { Register } from '../../leads/register.ts'
import type { StandingList } from '../../leads/standing-list.ts'
import type { Suggestions } from '../../leads/suggestion.ts'
import type { TrustDesk } from '../../leads/trust-desk.ts'
import type { DemoPlaces } from '../../places/place-files.ts'
import type { PastTalks } from '../../numbers/past-talks.ts'
import type { NumbersStore } from '../../numbers/numbers.ts'
import type { TargetStore } from '../../targets/target-store.ts'
import type { LeadStore } from '../../work-ports.ts'
import { openAgentDesk, type DeskParts } from './leads/agent-desk.ts'
import { openAgentTimes } from './leads/agent-times.ts'
import { openAgentWork } from './leads/agent-work.ts'
import { openLeadDesk } from './leads/lead-desk.ts'
import { openLeadList } from './leads/lead-list.ts'
import { openLeadStore, type LeadStoreParts } from './leads/lead-store.ts'
import { putPastLeads } from './leads/put-past-leads.ts'
import { openRegister } from './leads/register.ts'
import { demoEntries } from './leads/seed-demo.ts'
import { openStandingList } from './leads/standing-list.ts'
import { openSuggestions } from './suggestions.ts'
import { putPastTalks } from './numbers/put-past-talks.ts'
import { openNumbers } from './numbers/numbers-store.ts'
import { openTrustDesk } from './leads/trust-desk.ts'
import { openTargets } from './targets.ts'

/** The side of the store that is about leads, the agents they go to, and what the agents are to reach, and what is counted. */
export interface LeadSide {
  readonly leads: LeadStore
  agentDesk(parts: Pick<DeskParts, 'notifier' | 'codeLimit' | 'mask'>): AgentDesk
  agentWork(parts: Pick<DeskParts, 'mask'>): AgentWork
  leadDesk(parts: Pick<DeskParts, 'mask'>): LeadDesk
  readonly register: Register
  readonly agentTimes: AgentTimes
  readonly suggestions: Suggestions
  readonly targets: TargetStore
  readonly numbers: NumbersStore
  readonly leadList: LeadList
  readonly trust: TrustDesk
  readonly standings: StandingList
  /** A month of a demo. Answers how many leads, or questions, were new. */
  putPastLeads(leads: readonly PastLead[]): Promise<number>
  putPastTalks(talks: PastTalks): Promise<number>
  /** For trying out only: refused when a real platform is connected. */
  seedDemo(demo: DemoPlaces, hasRealPlatform: boolean): Promise<void>
}

export function leadSide(parts: LeadStoreParts): LeadSide {
  const register = openRegister(parts)
  return {
    leads: openLeadStore(parts),
    agentDesk: (desk) => openAgentDesk({ ...parts, ...desk }),
    agentWork: ({ mask }) => openAgentWork({ ...parts, mask }),
    leadDesk: ({ mask }) => openLeadDesk({ ...parts, mask }),
    register,
    agentTimes: openAgentTimes(parts),
    suggestions: openSuggestions(parts),
    targets: openTargets(parts),
    numbers: openNumbers(parts),
    leadList: openLeadList(parts),
    trust: openTrustDesk(parts),
    standings: openStandingList(parts.db),
    putPastLeads: (leads) => putPastLeads(parts, leads),
    putPastTalks: (talks) => putPastTalks(parts.db, talks),
    async seedDemo(demo, hasRealPlatform) {
      if (hasRealPlatform) throw new Error('Dữ liệu mẫu không được nạp khi đã nối Zalo hoặc Messenger thật.')
      await register.put(demoEntries(demo))
    },
  }
}
