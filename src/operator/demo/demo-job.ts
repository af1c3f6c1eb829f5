import { loadAllFaq } from '../../adapters/files/load-faq.ts'
import { loadPlaced } from '../../adapters/files/load-places.ts'
import { demoEntries } from '../../adapters/postgres/leads/seed-demo.ts'
import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import type { StoreJob } from '../store-jobs.ts'
import { seeded } from './chance.ts'
import { inventLeads } from './invent-leads.ts'
import { inventRegister } from './invent-register.ts'
import { inventTalks } from './invent-talks.ts'
import { inventCommuneTargets, inventTargets } from './invent-targets.ts'

const SEED = 2026

/** A province of the size of Nghệ An with a month of leads, invented and the same every time; refused beside real platforms. */
export const demoJob: StoreJob = async (_, { store, config: { platforms }, root }) => {
  const isReal = platforms.zalo || platforms.messenger || (await store.pages.list()).length > 0
  const { places, demo } = loadPlaced(root)
  await store.seedDemo(demo, Boolean(isReal))
  const communes = places.communes.filter(({ province }) => province === demo.province)
  const chance = seeded(SEED)
  const register = inventRegister(communes, demoEntries(demo), chance)
  await store.register.put(register)
  const leads = inventLeads({ communes, agents: register.agents }, new Date(), chance)
  const added = await store.putPastLeads(leads)
  const today = dayInVietNam(new Date())
  const targets = [
    ...inventTargets(register.agents, today, chance),
    ...inventCommuneTargets(communes, today, chance),
  ]
  await store.targets.put(targets, 'demo')
  const answers = loadAllFaq(root).map(({ entry }) => entry)
  const talks = inventTalks(answers, new Date(), chance)
  const asked = await store.putPastTalks(talks)
  await store.numbers.sumUp()
  return [
    `Đã nạp tỉnh mẫu: ${register.agents.length} nhân viên thu, ${register.points.length} điểm thu, ${communes.length} xã, phường, ${register.offices.length} cơ quan BHXH cơ sở.`,
    `Phiếu của 30 ngày qua: ${leads.length} (mới thêm ${added}). Mọi tên và số điện thoại đều bịa: đầu số 053, 054 chưa cấp cho ai.`,
    `Chỉ tiêu tuần này và tháng này: ${targets.length}, bịa.`,
    `Câu hỏi của 30 ngày qua: ${talks.questions.length} (mới thêm ${asked}), cùng số người trò chuyện, bịa: xem ở trang “Con số”.`,
    'Chạy "npm start" để dùng thử.',
  ]
}
