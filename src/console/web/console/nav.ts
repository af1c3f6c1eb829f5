import type { Role } from '../../../staff/role.ts'
import { lazyPage, type LazyPage } from '../shared/lazy-page.ts'

export interface ConsolePage {
  readonly path: string
  readonly label: string
  /** One line on what it is for: shown on the first page. */
  readonly about: string
  readonly roles: readonly Role[]
  readonly page: LazyPage
  /** Reached from another page: not in the menu. */
  readonly isInner?: true
}

const office = ['team-lead', 'commune', 'officer', 'admin'] as const

/** The console's pages in the order of the menu: one entry each. The server decides what a role may really do. */
export const consolePages: readonly ConsolePage[] = [
  {
    path: '/cau-tra-loi',
    label: 'Câu trả lời',
    about: 'Tìm, sửa, thử, duyệt và xuất bản những gì bot nói.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./answers/answers-page.tsx')),
  },
  {
    path: '/cau-tra-loi/cau/:id',
    label: 'Một câu trả lời',
    about: '',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./answers/answer-page.tsx')),
    isInner: true,
  },
  {
    path: '/cau-tra-loi/ban/:id',
    label: 'Một bản nháp',
    about: '',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./answers/draft-page.tsx')),
    isInner: true,
  },
  {
    path: '/so-lieu',
    label: 'Số của luật',
    about: 'Mức đóng, mức hưởng, ngày hiệu lực; nhập nghị định mới, người khác xác nhận.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./decrees/parameters-page.tsx')),
  },
  {
    path: '/so-lieu/so/:name',
    label: 'Một con số',
    about: '',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./decrees/parameter-page.tsx')),
    isInner: true,
  },
  {
    path: '/so-lieu/ban/:id',
    label: 'Một văn bản đang nhập',
    about: '',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./decrees/decree-page.tsx')),
    isInner: true,
  },
  {
    path: '/cau-tra-loi/tep/:batch',
    label: 'Các bản nháp từ một tệp',
    about: '',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./answers/batch-page.tsx')),
    isInner: true,
  },
  {
    path: '/cau-hoi',
    label: 'Bà con hỏi gì',
    about: 'Câu bot chưa hiểu hoặc trả lời chưa trúng, gom theo ý; soạn câu từ đó.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./questions/questions-page.tsx')),
  },
  {
    path: '/con-so',
    label: 'Con số',
    about: 'Trò chuyện, câu hỏi, phiếu, chỉ tiêu, thời gian chờ: biểu đồ và bảng Excel.',
    roles: ['team-lead', 'commune', 'officer', 'admin'],
    page: lazyPage(() => import('./numbers/numbers-page.tsx')),
  },
  {
    path: '/tro-chuyen',
    label: 'Trò chuyện',
    about: 'Bà con đang chờ gặp người: nhận, trả lời, trao lại cho bot.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./talks/talks-page.tsx')),
  },
  {
    path: '/tro-chuyen/:id',
    label: 'Một cuộc trò chuyện',
    about: '',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./talks/talk-page.tsx')),
    isInner: true,
  },
  {
    path: '/viec-can-lam',
    label: 'Việc cần làm',
    about: 'Phiếu chưa ai nhận, quá giờ hẹn, người gọi đọc sai mã, điểm thấp.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./desk/notices-page.tsx')),
  },
  {
    path: '/nhan-vien-thu',
    label: 'Nhân viên và điểm thu',
    about: 'Ai đang làm, ai tạm dừng; tạm dừng là phiếu chuyển ngay.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./desk/standing-page.tsx')),
  },
  {
    path: '/phieu',
    label: 'Phiếu',
    about: 'Bà con nhờ gọi mà chưa có nhân viên thu: nhận, gọi, giao tay; xem phiếu quá giờ.',
    roles: office,
    page: lazyPage(() => import('./leads/leads-page.tsx')),
  },
  {
    path: '/phieu/:id',
    label: 'Một phiếu',
    about: '',
    roles: office,
    page: lazyPage(() => import('./leads/lead-page.tsx')),
    isInner: true,
  },
  {
    path: '/van-hanh',
    label: 'Vận hành',
    about: 'Kênh, hàng đợi, tin không gửi được, yêu cầu xoá dữ liệu.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./operations/operations-page.tsx')),
  },
  {
    path: '/cuoc-goi-la',
    label: 'Cuộc gọi lạ',
    about: 'Người xưng BHXH mà bà con báo: ngày nào, ở đâu, bằng chiêu gì.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./pages/strange-callers-page.tsx')),
  },
  {
    path: '/gop-y',
    label: 'Góp ý của nhân viên thu',
    about: 'Đề nghị sửa câu trả lời, gợi ý nói chuyện; trả lời từng góp ý.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./pages/suggestions-page.tsx')),
  },
  {
    path: '/du-lieu',
    label: 'Nhập và xuất dữ liệu',
    about: 'Nhân viên thu, điểm thu, địa bàn, chỉ tiêu, câu trả lời: bảng Excel vào và ra.',
    roles: ['officer', 'admin'],
    page: lazyPage(() => import('./sheets/sheets-page.tsx')),
  },
  {
    path: '/can-bo',
    label: 'Tài khoản cán bộ',
    about: 'Tạo, khoá tài khoản, cấp lại mật khẩu và mã xác thực.',
    roles: ['admin'],
    page: lazyPage(() => import('./pages/staff-page.tsx')),
  },
  {
    path: '/nhat-ky',
    label: 'Nhật ký thay đổi',
    about: 'Ai đã sửa gì, lúc nào, từ đâu thành gì.',
    roles: ['admin'],
    page: lazyPage(() => import('./pages/audit-page.tsx')),
  },
  {
    path: '/tai-khoan',
    label: 'Tài khoản của tôi',
    about: 'Thiết bị đang đăng nhập, đăng xuất mọi nơi.',
    roles: office,
    page: lazyPage(() => import('../shared/account-page.tsx')),
  },
]
