import { lazyPage, type LazyPage } from '../shared/lazy-page.ts'

export interface AppPage {
  readonly path: string
  readonly label: string
  readonly page: LazyPage
}

/** The agent's pages in the order of the bar at the bottom; the first one opens. */
export const appPages: readonly AppPage[] = [
  { path: '/tai-khoan', label: 'Tài khoản', page: lazyPage(() => import('../shared/account-page.tsx')) },
]
