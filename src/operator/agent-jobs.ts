import { loadPlaces } from '../adapters/files/load-places.ts'
import { instantInWords } from '../conversation/instant-in-words.ts'
import { agentStates, pointStates } from '../leads/agent.ts'
import { storyInWords } from '../leads/trail-in-words.ts'
import type { StoreJob } from './store-jobs.ts'

const BY = 'operator'

const agentUsage =
  'agents set MÃ active|suspended|on-leave [LÝ DO]: đang làm, tạm dừng, nghỉ; phiếu đang giữ được chuyển ngay'
const pointUsage =
  'points set MÃ active|under-review|suspended|closed [LÝ DO]: hoạt động, đang rà soát, tạm dừng, đóng; phiếu được chuyển ngay'

/** Suspends or activates a collection agent; it takes effect at once, and the citizens concerned will hear. */
export const agentJob: StoreJob = async ([what, id, state, ...reason], { store }) => {
  const known = agentStates.find((one) => one === state)
  if (what !== 'set' || id === undefined || known === undefined) throw new Error(agentUsage)
  const moved = await store.register.setAgent(id, { state: known, reason: reason.join(' ') }, BY)
  if (moved === undefined) throw new Error(`không có nhân viên thu mã ${id}`)
  return [`Nhân viên thu ${id}: ${known}. Đã chuyển ${moved} phiếu cho người khác.`]
}

/** The same for a collection point, and with it for everyone who works there. */
export const pointJob: StoreJob = async ([what, id, state, ...reason], { store }) => {
  const known = pointStates.find((one) => one === state)
  if (what !== 'set' || id === undefined || known === undefined) throw new Error(pointUsage)
  const moved = await store.register.setPoint(id, { state: known, reason: reason.join(' ') }, BY)
  if (moved === undefined) throw new Error(`không có điểm thu mã ${id}`)
  return [`Điểm thu ${id}: ${known}. Đã chuyển ${moved} phiếu cho người khác.`]
}

/** Why a lead went where it went, in words. */
export const leadJob: StoreJob = async ([what, code], { store, root }) => {
  if (what !== 'why' || code === undefined)
    throw new Error('leads why MÃ_PHIẾU: vì sao phiếu này đến tay người đang giữ')
  const story = await store.leads.story(code)
  if (!story) throw new Error(`không có phiếu mã ${code}`)
  const communes = new Map(loadPlaces(root).communes.map(({ code: id, name }) => [id, name]))
  return storyInWords(story, (id) => communes.get(id) ?? id).flatMap(({ at, lines }) => [
    `${instantInWords(at)}:`,
    ...lines,
  ])
}
