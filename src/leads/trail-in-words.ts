import type { Considered, NoAgent, Trail, Verdict } from './trail.ts'

/** Names for the ids of a trail. */
export interface TrailNames {
  readonly agent: (id: string) => string
  readonly commune: (code: string) => string
  /** The officer or the office that has the lead. */
  readonly desk: (id: string) => string
}

const noAgentWords: Readonly<Record<NoAgent, string>> = {
  'chat-only': 'Người dân chỉ muốn được nhắn trên trang, nên không tìm nhân viên thu.',
  elsewhere: 'Chưa rõ xã, nên không tìm nhân viên thu.',
  'other-commune': 'Người dân đã chuyển xã khác, nên không tìm nhân viên thu.',
  'given-back-twice': 'Hai nhân viên thu đã trả lại phiếu, nên không tìm người thứ ba.',
  'late-twice': 'Hai nhân viên thu đã để quá giờ, nên không tìm người thứ ba.',
}

/** Why not, in the order of the rules. */
const whyNot: readonly (readonly [Exclude<Verdict, 'chosen'>, string])[] = [
  ['point-not-active', 'điểm thu đang không hoạt động'],
  ['agent-not-active', 'đang tạm dừng'],
  ['not-trained', 'chưa có hoặc đã hết hạn chứng nhận tập huấn'],
  ['on-leave', 'đang nghỉ'],
  ['had-it-before', 'đã giữ phiếu này trước đó'],
  ['full', 'đã đủ số phiếu'],
  ['quiet-hours', 'đang trong giờ không nhận tin'],
  ['nearer-target', 'chậm chỉ tiêu ít hơn'],
  ['waited-less', 'vừa nhận phiếu gần đây hơn'],
  ['later-in-list', 'ngang nhau, đứng sau trong danh sách'],
]

/** A trail as a person reads it, a sentence a line. */
export function trailInWords(trail: Trail, names: TrailNames): readonly string[] {
  const { considered, noAgent, commune } = trail
  const place = commune === '' ? 'Xã chưa rõ' : names.commune(commune)
  const start =
    noAgent === undefined
      ? `${place} có ${considered.length} nhân viên thu được giao phụ trách.`
      : noAgentWords[noAgent]
  return [start, ...passedOver(considered, names), endOf(trail, names)]
}

function passedOver(considered: readonly Considered[], { agent }: TrailNames): readonly string[] {
  return whyNot.flatMap(([verdict, say]) => {
    const who = considered
      .filter((one) => one.verdict === verdict)
      .map((one) => withCounts(one, agent(one.agent)))
    return who.length === 0 ? [] : [`Không chọn vì ${say}: ${who.join('; ')}.`]
  })
}

function withCounts({ verdict, open, capacity, belowTarget }: Considered, name: string): string {
  if (verdict === 'full') return `${name} (đang giữ ${open} trên ${capacity} phiếu)`
  return verdict === 'nearer-target' ? `${name} (chậm ${belowTarget} người)` : name
}

function endOf({ considered, owner, ownerId = '' }: Trail, names: TrailNames): string {
  const chosen = considered.find(({ verdict }) => verdict === 'chosen')
  if (chosen) {
    const { open, capacity, belowTarget } = chosen
    return `Chọn ${names.agent(chosen.agent)}: đang giữ ${open} trên ${capacity} phiếu, chậm chỉ tiêu ${belowTarget} người, chờ lâu nhất trong những người còn lại.`
  }
  if (owner === 'commune-officer') return `Giao cán bộ phụ trách xã: ${names.desk(ownerId)}.`
  if (owner === 'local-office') return `Giao cơ quan BHXH cơ sở: ${names.desk(ownerId)}.`
  return 'Giao bàn trực của BHXH tỉnh.'
}
