import type { AgentWork } from '../../leads/agent-desk.ts'
import type { LeadView } from '../../leads/lead.ts'
import { byUrgency } from '../../leads/my-leads.ts'
import { personaOf } from '../../leads/persona-of.ts'
import type { TalkingPoints } from '../../leads/talking-points.ts'
import type { Persona, Worry } from '../../conversation/effect.ts'
import type { Clock } from '../../ports.ts'
import type { SignedIn } from '../../staff/account.ts'
import { type Area, area, Refused } from './call.ts'
import { checkAppointment } from './check-appointment.ts'
import { myLeadsContract } from './my-leads-contract.ts'
import { idIn } from './path-id.ts'

export interface MyLeadsParts {
  readonly work: AgentWork
  /** What to say to such a person, with the numbers in force today. */
  readonly points: (of: { readonly persona: Persona; readonly worry?: Worry | undefined }) => TalkingPoints
  readonly clock: Clock
}

/** An agent's own leads; nobody else's answer differs from one that does not exist. */
export function myLeadsArea({ work, points, clock }: MyLeadsParts): Area {
  return area(myLeadsContract, {
    'GET /my/leads': async ({ who }) => ({ leads: byUrgency(await work.mine(agentOf(who)), clock.now()) }),
    'GET /my/leads/:id': async ({ who, params }) => {
      const id = idIn(params, NOT_YOURS)
      const lead = await work.view(agentOf(who), id)
      if (!lead) throw new Refused(404, NOT_YOURS)
      return cardOf(id, lead, points)
    },
    'POST /my/leads/:id/acts': async ({ who, params, body: { act, key } }) => {
      checkAppointment(act, clock.now())
      return { result: await work.act(agentOf(who), idIn(params, NOT_YOURS), act, key) }
    },
  })
}

const NOT_YOURS = 'Phiếu này không có, hoặc không còn là của anh/chị.'

/** The agent this account stands for. */
export function agentOf({ agent }: SignedIn): string {
  if (agent === undefined) throw new Refused(409, 'Tài khoản này chưa nối với nhân viên thu nào.')
  return agent
}

function cardOf(id: string, lead: LeadView, points: MyLeadsParts['points']) {
  const { persona, isGuess } = personaOf(lead)
  const { parts, promise, never, ...said } = points({ persona, worry: lead.worry })
  return {
    ...lead,
    id,
    explained: [...lead.explained],
    history: [...lead.history],
    points: {
      ...{ ...said, persona, isGuess, promise: [...promise], never: [...never] },
      parts: parts.map((part) => ({ ...part, say: [...part.say] })),
    },
  }
}
