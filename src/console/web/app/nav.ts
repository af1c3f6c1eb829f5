import { lazyPage, type LazyPage } from '../shared/lazy-page.ts'

export interface AppPage {
  readonly path: string
  readonly label: string
  readonly page: LazyPage
  /** The drawing of its place in the bar at the bottom (24 × 24, one path); without one it is reached from elsewhere. */
  readonly icon?: string
}

/** The agent's pages, those of the bar in its order; the first one opens. */
export const appPages: readonly AppPage[] = [
  {
    path: '/phieu',
    label: 'Phiếu',
    icon: 'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11 11 0 0 0 3.6.6 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1 11 11 0 0 0 .6 3.6 1 1 0 0 1-.25 1z',
    page: lazyPage(() => import('./pages/leads-page.tsx')),
  },
  { path: '/phieu/:id', label: 'Phiếu', page: lazyPage(() => import('./pages/lead-page.tsx')) },
  {
    path: '/tien-do',
    label: 'Tiến độ',
    icon: 'M4 20V10h4v10zm6 0V4h4v16zm6 0v-7h4v7z',
    page: lazyPage(() => import('./pages/progress-page.tsx')),
  },
  {
    path: '/lich-nghi',
    label: 'Lịch nghỉ',
    icon: 'M7 2h2v2h6V2h2v2h3a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h3zm12 8H5v9h14z',
    page: lazyPage(() => import('./pages/times-page.tsx')),
  },
  {
    path: '/them',
    label: 'Thêm',
    icon: 'M4 6h16v2H4zm0 5h16v2H4zm0 5h16v2H4z',
    page: lazyPage(() => import('./pages/more-page.tsx')),
  },
  { path: '/them/xoa', label: 'Xoá thông tin', page: lazyPage(() => import('./pages/erasures-page.tsx')) },
  { path: '/them/gop-y', label: 'Góp ý', page: lazyPage(() => import('./pages/suggestions-page.tsx')) },
  { path: '/tai-khoan', label: 'Tài khoản', page: lazyPage(() => import('../shared/account-page.tsx')) },
]
