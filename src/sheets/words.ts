import type { AgentState, PointState } from '../leads/agent.ts'
import type { Target } from '../targets/progress.ts'

/** What people write for a state, a programme, a subject; the first is how we write it. */
const agentState = {
  active: ['đang hoạt động', 'hoạt động', 'đang làm', 'đang làm việc', 'còn hoạt động'],
  suspended: ['tạm dừng', 'ngừng', 'ngừng hoạt động', 'dừng', 'nghỉ việc', 'chấm dứt'],
  'on-leave': ['đang nghỉ', 'nghỉ', 'nghỉ phép'],
} as const satisfies Record<AgentState, readonly [string, ...string[]]>
const pointState = {
  active: ['đang hoạt động', 'hoạt động', 'đang mở', 'mở'],
  'under-review': ['đang rà soát', 'rà soát'],
  suspended: ['tạm dừng', 'ngừng hoạt động', 'dừng'],
  closed: ['đã đóng', 'đóng', 'đóng cửa'],
} as const satisfies Record<PointState, readonly [string, ...string[]]>
export const programmeWords = {
  voluntary: ['BHXH tự nguyện', 'BHXH TN', 'tự nguyện', 'TN'],
  'household-health': ['BHYT hộ gia đình', 'BHYT HGĐ', 'BHYT gia đình', 'HGĐ', 'BHYT'],
} as const
const subjectWords = {
  agent: ['Nhân viên', 'nhân viên thu', 'đại lý', 'người'],
  commune: ['Xã', 'xã phường', 'xã/phường', 'phường'],
  province: ['Tỉnh', 'toàn tỉnh', 'thành phố'],
} as const satisfies Record<Target['of'], readonly [string, ...string[]]>
export const stateWords = { agent: agentState, point: pointState, subject: subjectWords }

/** A programme as people read it. */
export function programmeNamed(programme: string): string {
  return programme in programmeWords
    ? programmeWords[programme as keyof typeof programmeWords][0] // just checked
    : 'Chưa rõ'
}
