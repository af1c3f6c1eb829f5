/** Who works with the program. What each may do is in the contracts of `src/console/api`. */
export const roles = ['agent', 'team-lead', 'commune', 'officer', 'admin'] as const
export type Role = (typeof roles)[number]

/** As people at the office call them. */
export const roleLabels: Readonly<Record<Role, string>> = {
  agent: 'Nhân viên đại lý',
  'team-lead': 'Tổ trưởng đại lý',
  commune: 'Cán bộ xã, phường (chỉ xem)',
  officer: 'Cán bộ truyền thông',
  admin: 'Quản trị',
}

/** See their own commune's leads and numbers: without a commune, none. */
export const boundToCommune: readonly Role[] = ['team-lead', 'commune']

/** Roles whose second step is a code from an authenticator app; agents get a code on their registered phone. */
export const withPassword: readonly Role[] = ['team-lead', 'commune', 'officer', 'admin']
