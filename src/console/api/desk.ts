import type { Register } from '../../leads/register.ts'
import type { StandingList } from '../../leads/standing-list.ts'
import { keepableText } from '../../conversation/keepable-text.ts'
import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import type { Day } from '../../policy/values.ts'
import type { Clock } from '../../ports.ts'
import type { DeskNotices } from '../../staff/notices.ts'
import { type Area, area, done, type Handlers, Refused } from './call.ts'
import { deskContract } from './desk-contract.ts'

export interface DeskParts {
  readonly notices: DeskNotices
  readonly register: Pick<Register, 'setAgent' | 'setPoint'>
  readonly standings: StandingList
  /** The name of a commune, by its code. */
  readonly commune: (code: string) => string | undefined
  /** Covers secrets in what somebody types. */
  readonly mask: (text: string) => string
  readonly clock: Clock
}

const MOST = 50
const MOST_NOTICES = 200
const SEEN_TO = 'Việc này không còn ở đây: có thể người khác đã làm xong.'

type All = Handlers<typeof deskContract>
type NoticeKey = Extract<keyof All, `${string}notices${string}`>

/** The desk's own work: what waits for somebody, and who of the agents and points works. */
export function deskArea(parts: DeskParts): Area {
  return area(deskContract, { ...noticeHandlers(parts), ...standingHandlers(parts) })
}

function noticeHandlers({ notices, commune, mask }: DeskParts): Pick<All, NoticeKey> {
  return {
    'GET /notices': async ({ query: { which } }) => ({
      most: MOST_NOTICES,
      notices: (await notices.list(which, MOST_NOTICES)).map(({ lead, ...notice }) => ({
        ...notice,
        lead: lead && { ...lead, commune: commune(lead.commune) ?? lead.commune },
      })),
    }),
    'POST /notices/:id/settle': async ({ params: { id }, body: { answer }, who }) => {
      const known =
        /^\d{1,15}$/.test(id) &&
        (await notices.settle(Number(id), answer === null ? undefined : mask(answer), who.login))
      if (!known) throw new Refused(404, SEEN_TO)
      return done
    },
  }
}

function standingHandlers({ register, standings, commune, mask, clock }: DeskParts): Omit<All, NoticeKey> {
  const checked = <S extends { readonly reason: string; readonly until?: Day | undefined }>(
    standing: S,
  ): S => {
    if (standing.until !== undefined && standing.until < dayInVietNam(clock.now()))
      throw new Refused(422, 'Ngày này đã qua.', 'until')
    return { ...standing, reason: mask(standing.reason) }
  }
  return {
    'GET /agents': async ({ query: { find, resting } }) => ({
      most: MOST,
      agents: [...(await standings.agents(find, resting === 'yes', MOST))],
    }),
    'GET /points': async ({ query: { find, resting } }) => ({
      most: MOST,
      points: (await standings.points(find, resting === 'yes', MOST)).map((point) => ({
        ...point,
        commune: commune(point.commune) ?? point.commune,
      })),
    }),
    'POST /agents/:id/standing': async ({ params: { id }, body, who }) => {
      const moved = await register.setAgent(keepable(id), checked(body), who.login)
      if (moved === undefined) throw new Refused(404, 'Không có nhân viên thu này.')
      return { moved }
    },
    'POST /points/:id/standing': async ({ params: { id }, body, who }) => {
      const moved = await register.setPoint(keepable(id), checked(body), who.login)
      if (moved === undefined) throw new Refused(404, 'Không có điểm thu này.')
      return { moved }
    },
  }
}

/** Numbers of agents and points are the agencies' own; what no store can hold is nobody's. */
function keepable(id: string): string {
  if (keepableText(id) !== id) throw new Refused(404, 'Không có mã này.')
  return id
}
