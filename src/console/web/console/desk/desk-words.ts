import type { AgentState, PointState } from '../../../../leads/agent.ts'
import type { NoticeKind } from '../../../../staff/notices.ts'

interface Said {
  readonly title: string
  readonly next: string
}

/** What happened, and what somebody should do about it. */
export const noticeWords: Readonly<Record<NoticeKind, Said>> = {
  'lead-unassigned': {
    title: 'Phiếu chưa có nhân viên thu',
    next: 'Bàn trực đang giữ phiếu: gọi cho bà con, hoặc giao cho một nhân viên thu.',
  },
  'lead-not-told': {
    title: 'Chưa báo được cho nhân viên thu',
    next: 'Tin báo phiếu không gửi được. Gọi nhắc nhân viên thu, hoặc giao phiếu cho người khác.',
  },
  'lead-late': {
    title: 'Phiếu quá giờ hẹn gọi',
    next: 'Bà con đang chờ cuộc gọi. Xem phiếu và bảo đảm có người gọi ngay.',
  },
  'wrong-meeting-code': {
    title: 'Người gọi đọc sai mã gặp mặt',
    next: 'Có thể kẻ xấu mạo danh. Hỏi nhân viên thu có gọi không; nếu không, báo công an xã.',
  },
  'bad-rating': {
    title: 'Bà con chấm điểm thấp',
    next: 'Xem lại cuộc gọi với nhân viên thu, gọi xin lỗi bà con nếu cần.',
  },
  'erase-request': {
    title: 'Yêu cầu về dữ liệu cá nhân',
    next: 'Hạn trả lời và hạn xoá ở trang Vận hành.',
  },
  'nobody-came': {
    title: 'Bà con chờ mà không ai vào trò chuyện',
    next: 'Bot đã xin lỗi và gửi số điện thoại. Xem lại lịch trực.',
  },
  'turn-died': {
    title: 'Bot không trả lời được một tin',
    next: 'Tin ở trang Vận hành, mục Tin bị bỏ lại. Báo nhóm kỹ thuật.',
  },
}

export const agentStateWords: Readonly<Record<AgentState, string>> = {
  active: 'Đang làm',
  'on-leave': 'Nghỉ',
  suspended: 'Tạm dừng',
}

export const pointStateWords: Readonly<Record<PointState, string>> = {
  active: 'Hoạt động',
  'under-review': 'Đang rà soát',
  suspended: 'Tạm dừng',
  closed: 'Đóng',
}
