import type {
  AgentChoice,
  CommuneSet,
  DeskLead,
  DeskLeadCard,
  Given,
  LeadDesk,
  NotShown,
  Staff,
} from '../../leads/lead-desk.ts'
import type { LeadDraft } from '../../conversation/effect.ts'
import { mayBeGiven } from '../../leads/trail.ts'
import { ownerInWords, storyInWords, verdictInWords } from '../../leads/trail-in-words.ts'
import { type Reach, staffIn } from '../../leads/viewer.ts'
import type { Pages } from '../../pages/page.ts'
import type { Clock } from '../../ports.ts'
import type { SignedIn } from '../../staff/account.ts'
import { boundToCommune } from '../../staff/role.ts'
import { type Area, area, type Handlers, Refused } from './call.ts'
import { checkAppointment } from './check-appointment.ts'
import { leadsContract } from './leads-contract.ts'
import { idIn } from './path-id.ts'

export interface LeadsParts {
  readonly desk: LeadDesk
  /** Communes by name, and those of a province. */
  readonly places: {
    readonly nameOf: (commune: string) => string | undefined
    readonly communesOf: (province: string) => readonly string[]
    /** By its name or code, as typed; `home`: the province that is meant when several have it. */
    readonly read: (
      typed: string,
      home: string | undefined,
    ) => LeadDraft['commune'] | { readonly error: string }
  }
  readonly pages: Pick<Pages, 'all'>
  readonly clock: Clock
}

const A_PAGE = 30
const NOT_THERE = 'Không có phiếu này, hoặc phiếu ở ngoài địa bàn của anh/chị.'

const notShown: Readonly<Record<NotShown, string>> = {
  'not-there': NOT_THERE,
  erased: 'Bà con đã yêu cầu xoá dữ liệu. Hệ thống không còn giữ gì để xem.',
  withdrawn: 'Bà con đã rút lại sự đồng ý, nên không ai được gọi nữa.',
  'an-agents': 'Phiếu này nhân viên thu đang giữ: thông tin của bà con chỉ người giữ phiếu được xem.',
  closed: 'Phiếu đã xong, không cần gọi nữa nên không mở thông tin của bà con.',
}

const notGiven: Readonly<Record<Exclude<Given, 'done' | 'repeated'>, string>> = {
  'not-there': NOT_THERE,
  'not-yours': NOT_THERE,
  'not-now': 'Phiếu đã xong, hoặc người này đang giữ phiếu rồi.',
  'cannot-take': 'Người này không phụ trách xã đó, hoặc đang không được nhận phiếu.',
  'by-chat': 'Bà con không để lại số điện thoại, chỉ nhắn trên trang: nhân viên thu không gọi được.',
  'needs-reason': 'Phiếu đang có người giữ. Anh/chị ghi lý do chuyển.',
}

const UNBOUND =
  'Tài khoản của anh/chị chưa gắn với xã, phường nào nên chưa có phiếu để xem. Nhờ quản trị gắn giúp.'

const notPlaced: Readonly<Record<Exclude<CommuneSet, 'done' | 'repeated'>, string>> = {
  'not-there': NOT_THERE,
  'not-now': 'Phiếu đã xong, hoặc nhân viên thu đang giữ.',
  'known-already': 'Phiếu này đã có xã, phường. Anh/chị tải lại trang.',
}

/** What is wrong with a cell of a file, said by itself. */
export const inSentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** Leads for the desks: everybody within their own commune or province, and what is personal only with a reason. */
export function leadsArea(parts: LeadsParts): Area {
  return area(leadsContract, { ...readHandlers(parts), ...workHandlers(parts) })
}

type All = Handlers<typeof leadsContract>
type ReadKey = Extract<keyof All, `GET ${string}`>

function readHandlers(parts: LeadsParts): Pick<All, ReadKey> {
  const { desk, places } = parts
  return {
    'GET /leads': async ({ who, query: { which, commune, find, before } }) => {
      const wanted = { which, find, before, most: A_PAGE + 1, ...(commune !== '' && { commune }) }
      const leads = await desk.list(reachOf(parts, who), wanted)
      return {
        leads: leads.slice(0, A_PAGE).map((lead) => lineOf(parts, lead)),
        isMore: leads.length > A_PAGE,
        ...(isUnbound(who) && { why: UNBOUND }),
      }
    },
    'GET /lead-communes': async ({ who }) => {
      const codes = await desk.communes(reachOf(parts, who))
      const communes = codes.map((code) => ({ code, name: places.nameOf(code) ?? code }))
      return { communes: communes.toSorted((a, b) => vi.compare(a.name, b.name)) }
    },
    'GET /leads/:id': async ({ who, params }) => {
      const card = await desk.find(reachOf(parts, who), idIn(params, NOT_THERE))
      if (!card) throw new Refused(404, NOT_THERE)
      return cardOf(parts, card)
    },
    'GET /leads/:id/agents': async ({ who, params }) => {
      const agents = await desk.agents(reachOf(parts, who), idIn(params, NOT_THERE))
      if (!agents) throw new Refused(404, NOT_THERE)
      return { agents: agents.map(choiceOf) }
    },
  }
}

const vi = new Intl.Collator('vi')

function workHandlers(parts: LeadsParts): Omit<All, ReadKey> {
  const { desk, places, clock } = parts
  return {
    'POST /leads/:id/reveal': async ({ who, params, body: { reason } }) => {
      const shown = await desk.reveal(staffOf(parts, who), idIn(params, NOT_THERE), reason)
      if (typeof shown === 'string') throw new Refused(shown === 'not-there' ? 404 : 409, notShown[shown])
      return { ...shown, explained: [...shown.explained], history: [...shown.history] }
    },
    'POST /leads/:id/acts': async ({ who, params, body: { act, key } }) => {
      checkAppointment(act, clock.now())
      const result = await desk.act(staffOf(parts, who), idIn(params, NOT_THERE), act, key)
      if (result === 'not-there') throw new Refused(404, NOT_THERE)
      return { result }
    },
    'POST /leads/:id/commune': async ({ who, params, body: { key, commune: typed, route } }) => {
      const commune = places.read(typed, who.province)
      if ('error' in commune) throw new Refused(422, inSentence(commune.error), 'commune')
      const set = await desk.setCommune(staffOf(parts, who), idIn(params, NOT_THERE), { commune, route }, key)
      if (set === 'done' || set === 'repeated') return { result: set, commune: commune.name }
      throw new Refused(set === 'not-there' ? 404 : 409, notPlaced[set])
    },
    'POST /leads/:id/give': async ({ who, params, body: { key, agent, reason } }) => {
      const id = idIn(params, NOT_THERE)
      const result = await desk.give(staffOf(parts, who), id, { agent, reason }, key)
      if (result === 'done' || result === 'repeated') return { result }
      if (result === 'needs-reason') throw new Refused(422, notGiven[result], 'reason')
      throw new Refused(result === 'not-there' ? 404 : 409, notGiven[result])
    },
  }
}

/** Agents' and communes' people see their own commune's leads; without one, none. */
const isUnbound = ({ role, commune }: SignedIn) => commune === undefined && boundToCommune.includes(role)

/** An account of a commune has its leads, one of a province those of its communes and of its pages; others have all. */
function reachOf({ places, pages }: LeadsParts, who: SignedIn): Reach {
  const { commune, province } = who
  if (commune !== undefined) return { communes: [commune], pages: [] }
  if (isUnbound(who)) return { communes: [], pages: [] }
  if (province === undefined) return 'everywhere'
  return {
    communes: places.communesOf(province),
    pages: pages.all().filter((page) => page.province === province),
  }
}

function staffOf(parts: LeadsParts, who: SignedIn): Staff {
  return { kind: 'staff', login: who.login, reach: reachOf(parts, who) }
}

function lineOf({ places }: LeadsParts, lead: DeskLead) {
  const { commune, owner } = lead
  return {
    ...lead,
    commune: commune === '' ? 'Chưa rõ xã' : (places.nameOf(commune) ?? commune),
    owner: { kind: owner.kind, name: ownerInWords(owner) },
  }
}

function cardOf(parts: LeadsParts, card: DeskLeadCard) {
  const { story, facts } = card
  const trails = storyInWords(story, (code) => parts.places.nameOf(code) ?? code)
  return {
    ...card,
    ...{ ...lineOf(parts, card), isPlaceless: card.commune === '' },
    trails: trails.map(({ at, lines }) => ({ at, lines: [...lines] })),
    history: facts.map(({ actor, agent, ...fact }) => ({ ...fact, by: agent ?? whoIs(actor) })),
  }
}

const program: readonly string[] = ['clock', 'routing']

function whoIs(actor: string): string {
  if (actor === 'citizen') return 'bà con'
  return program.includes(actor) ? 'hệ thống' : `cán bộ ${staffIn(actor) ?? actor}`
}

function choiceOf({ verdict, ...agent }: AgentChoice) {
  return {
    ...agent,
    why: agent.isOwner ? 'đang giữ phiếu này' : verdictInWords(verdict),
    mayBeGiven: !agent.isOwner && mayBeGiven(verdict),
  }
}
