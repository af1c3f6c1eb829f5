import type { Owner } from './agent.ts'
import type { LeadStory } from './lead-record.ts'
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

/** Everything routing wrote down about a lead, oldest first, a sentence a line. */
export function storyInWords(
  { agents, desks, trails }: Pick<LeadStory, 'agents' | 'desks' | 'trails'>,
  commune: (code: string) => string,
): readonly { readonly at: Date; readonly lines: readonly string[] }[] {
  const names = {
    ...{ agent: (id: string) => agents.get(id) ?? id, desk: (id: string) => desks.get(id) ?? id },
    commune,
  }
  return trails.map(({ at, trail }) => ({ at, lines: trailInWords(trail, names) }))
}

/** Whose a lead is, as the office says it. */
export function ownerInWords(owner: Owner): string {
  switch (owner.kind) {
    case 'agent':
      return `${owner.name} (${owner.organisation})`
    case 'commune-officer':
      return `Cán bộ phụ trách xã: ${owner.name}`
    case 'local-office':
      return `BHXH cơ sở: ${owner.name}`
    case 'province-desk':
      return 'Bàn trực của BHXH tỉnh'
  }
}

/** How the rules see one agent now, after their name: "đã đủ số phiếu". */
export function verdictInWords(verdict: Verdict): string {
  return whyNot.find(([one]) => one === verdict)?.[1] ?? 'đến lượt theo luật chia phiếu'
}

/** A trail as a person reads it, a sentence a line. */
export function trailInWords(trail: Trail, names: TrailNames): readonly string[] {
  const { considered, noAgent, commune, ownerId, byHand } = trail
  const place = commune === '' ? 'Xã chưa rõ' : names.commune(commune)
  const start =
    noAgent === undefined
      ? `${place} có ${considered.length} nhân viên thu được giao phụ trách.`
      : noAgentWords[noAgent]
  const others = considered.filter(({ agent }) => !byHand || agent !== ownerId)
  return [start, ...passedOver(others, names), endOf(trail, names)]
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

function endOf({ considered, owner, ownerId = '', byHand }: Trail, names: TrailNames): string {
  const chosen = considered.find(({ verdict }) => verdict === 'chosen')
  if (byHand) return handEnd(names.agent(ownerId), chosen && names.agent(chosen.agent))
  if (chosen) {
    const { open, capacity, belowTarget } = chosen
    return `Chọn ${names.agent(chosen.agent)}: đang giữ ${open} trên ${capacity} phiếu, chậm chỉ tiêu ${belowTarget} người, chờ lâu nhất trong những người còn lại.`
  }
  if (owner === 'commune-officer') return `Giao cán bộ phụ trách xã: ${names.desk(ownerId)}.`
  if (owner === 'local-office') return `Giao cơ quan BHXH cơ sở: ${names.desk(ownerId)}.`
  return 'Giao bàn trực của BHXH tỉnh.'
}

function handEnd(name: string, inTurn: string | undefined): string {
  const rules = inTurn === undefined || inTurn === name ? '' : ` Theo luật chia phiếu thì đến lượt ${inTurn}.`
  return `Cán bộ giao tay cho ${name}.${rules}`
}
