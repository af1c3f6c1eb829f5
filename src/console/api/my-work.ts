import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import type { AgentTimes } from '../../leads/agent-times.ts'
import type { AgentErasure } from '../../leads/personal-data.ts'
import type { Suggestions } from '../../leads/suggestion.ts'
import type { Clock } from '../../ports.ts'
import type { AuditLog } from '../../staff/ports.ts'
import { periodInWords, periodOf } from '../../targets/period.ts'
import type { Progress } from '../../targets/progress.ts'
import type { TargetStore } from '../../targets/target-store.ts'
import { type Area, area, done, type Handlers, Refused } from './call.ts'
import { agentOf } from './my-leads.ts'
import { myWorkContract } from './my-work-contract.ts'
import { idIn } from './path-id.ts'

export interface MyWorkParts {
  readonly times: AgentTimes
  readonly targets: Pick<TargetStore, 'progress'>
  readonly erasures: {
    readonly agentErasures: (agent: string) => Promise<readonly AgentErasure[]>
    readonly confirmErasure: (agent: string, id: number) => Promise<boolean>
  }
  readonly suggestions: Suggestions
  readonly audit: Pick<AuditLog, 'write'>
  /** Covers secrets in what an agent types. */
  readonly mask: (text: string) => string
  readonly clock: Clock
}

const NO_LEAVE = 'Không có lịch nghỉ này.'

type All = Handlers<typeof myWorkContract>

/** An agent's own hours, numbers, deletions to confirm and suggestions. */
export function myWorkArea(parts: MyWorkParts): Area {
  return area(myWorkContract, {
    ...timeHandlers(parts),
    ...dutyHandlers(parts),
    ...suggestionHandlers(parts),
  })
}

type TimeKey = 'GET /my/times' | 'PUT /my/quiet' | 'POST /my/leaves' | 'DELETE /my/leaves/:id'

function timeHandlers({ times, audit, clock }: MyWorkParts): Pick<All, TimeKey> {
  const today = () => dayInVietNam(clock.now())
  return {
    'GET /my/times': async ({ who }) => {
      const { quiet, leaves } = await times.of(agentOf(who), today())
      return { quiet, leaves: [...leaves] }
    },
    'PUT /my/quiet': async ({ who, body: { quiet } }) => {
      const subject = agentOf(who)
      await times.setQuiet(subject, quiet ?? undefined)
      const hours = quiet === null ? 'none' : `${quiet.from}-${quiet.until}`
      await audit.write({ actor: who.login, action: 'agent.quiet', subject, after: { hours } })
      return done
    },
    'POST /my/leaves': async ({ who, body }) => {
      const subject = agentOf(who)
      if (body.until < today()) throw new Refused(422, 'Những ngày này đã qua.', 'until')
      await times.addLeave(subject, body, `agent ${subject}`)
      await audit.write({ actor: who.login, action: 'agent.leave', subject, after: body })
      return done
    },
    'DELETE /my/leaves/:id': async ({ who, params }) => {
      const subject = agentOf(who)
      const found = await times.cancelLeave(subject, idIn(params, NO_LEAVE))
      if (!found) throw new Refused(404, NO_LEAVE)
      await audit.write({ actor: who.login, action: 'agent.leave-cancel', subject })
      return done
    },
  }
}

type DutyKey = 'GET /my/progress' | 'GET /my/erasures' | 'POST /my/erasures/:id/confirm'

function dutyHandlers({ targets, erasures, clock }: MyWorkParts): Pick<All, DutyKey> {
  return {
    'GET /my/progress': async ({ who }) => {
      const on = dayInVietNam(clock.now())
      const span = periodOf('week', on)
      const all = await targets.progress({ of: 'agent', id: agentOf(who) }, { on, span })
      const of = (kind: 'week' | 'month') => ({
        period: periodInWords(periodOf(kind, on)),
        targets: all.filter(({ target }) => target.period.kind === kind).map(numbersOf),
      })
      return { week: of('week'), month: of('month') }
    },
    'GET /my/erasures': async ({ who }) => ({
      erasures: (await erasures.agentErasures(agentOf(who))).map(({ id, leadCode, askedAt }) => ({
        ...{ id: Number(id), leadCode, askedAt },
      })),
    }),
    'POST /my/erasures/:id/confirm': async ({ who, params }) => {
      const found = await erasures.confirmErasure(agentOf(who), numberOf(params.id))
      if (!found) throw new Refused(404, 'Không có yêu cầu này, hoặc anh/chị đã xác nhận rồi.')
      return done
    },
  }
}

function numbersOf({ target, fresh, cumulative, left, percent, pace }: Progress) {
  const { programme, plan } = target
  return { programme, plan, done: cumulative, thisWeek: fresh, left, percent, ...pace }
}

type SuggestionKey = Extract<keyof All, `${string}suggestions${string}`>

function suggestionHandlers({ suggestions, mask }: MyWorkParts): Pick<All, SuggestionKey> {
  return {
    'GET /my/suggestions': async ({ who }) => ({
      suggestions: [...(await suggestions.mine(agentOf(who)))],
    }),
    'POST /my/suggestions': async ({ who, body }) => {
      const { key, about, ref, text } = body
      await suggestions.put(agentOf(who), { key, about, ref: ref && mask(ref), text: mask(text) })
      return done
    },
    'GET /suggestions': async ({ query }) => ({ suggestions: [...(await suggestions.list(query.state))] }),
    'POST /suggestions/:id': async ({ who, params, body: { state, answer } }) => {
      if (!(await suggestions.settle(numberOf(params.id), { state, answer }, who.login)))
        throw new Refused(404, 'Không có góp ý này.')
      return done
    },
  }
}

/** An id of a counted row; anything else is none. */
function numberOf(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : 0
}
