import type { AuditLog, StaffAccounts, StaffSessions } from '../../staff/ports.ts'
import { type Area, area, done, Refused } from './call.ts'
import type { QueryOf } from './contract.ts'
import { idIn } from './path-id.ts'
import type { NewAccount } from '../../staff/account.ts'
import { boundToCommune } from '../../staff/role.ts'
import { inSentence, type LeadsParts } from './leads.ts'
import { staffContract, whichCommune } from './staff-contract.ts'

export interface StaffAreaParts {
  readonly accounts: StaffAccounts
  readonly sessions: StaffSessions
  readonly audit: AuditLog
  readonly publicUrl: string
  /** A commune as it is typed: by its name or code. */
  readonly commune: LeadsParts['places']['read']
}

const DAY_MS = 24 * 3_600_000
const VIETNAM_MIDNIGHT = 'T00:00:00+07:00'
const taken = {
  login: 'Tên đăng nhập này đã có người dùng.',
  email: 'E-mail này đã thuộc tài khoản khác.',
} as const
const NOBODY = 'Không có tài khoản này.'

/** Whoever sees one commune only is bound to one; a commune is kept by its code. */
function bound(parts: StaffAreaParts, account: NewAccount): NewAccount {
  if (account.commune !== undefined)
    return { ...account, commune: communeIn(parts, account.commune, account.province).code }
  if (boundToCommune.includes(account.role)) throw new Refused(422, whichCommune, 'commune')
  return account
}

function communeIn({ commune }: StaffAreaParts, typed: string, home?: string) {
  const read = commune(typed, home)
  if ('error' in read) throw new Refused(422, inSentence(read.error), 'commune')
  return read
}

/** Accounts and the audit: the administrator's. */
export function staffArea(parts: StaffAreaParts): Area {
  const { accounts, sessions, audit } = parts
  const link = (token: string) => `${parts.publicUrl}/quan-tri/thiet-lap#${token}`
  return area(staffContract, {
    'GET /staff': async ({ query }) => ({ accounts: [...(await accounts.list(query))] }),
    'POST /staff': async ({ body, who }) => {
      const made = await accounts.create(bound(parts, body), who.login)
      if ('taken' in made) throw new Refused(409, taken[made.taken], made.taken)
      return { id: made.id, link: link(made.token) }
    },
    'POST /staff/:id/commune': async ({ params, body, who }) => {
      const { code, name } = communeIn(parts, body.commune)
      if (!(await accounts.setCommune(idIn(params, NOBODY), code, who.login))) throw new Refused(404, NOBODY)
      return { commune: name }
    },
    'POST /staff/:id/active': async ({ params, body, who }) => {
      if (params.id === who.id) throw new Refused(409, 'Anh/chị không thể tự khoá tài khoản của mình.')
      if (!(await accounts.setActive(idIn(params, NOBODY), body.active, who.login)))
        throw new Refused(404, NOBODY)
      return done
    },
    'POST /staff/:id/reset': async ({ params, who }) => {
      if (params.id === who.id) throw new Refused(409, 'Nhờ một quản trị khác cấp lại cho anh/chị.')
      const token = await accounts.reset(idIn(params, NOBODY), who.login)
      if (token === undefined) throw new Refused(404, NOBODY)
      return { id: params.id, link: link(token) }
    },
    'POST /staff/:id/sign-out': async ({ params, who }) => {
      const account = await accounts.find(idIn(params, NOBODY))
      if (!account) throw new Refused(404, NOBODY)
      await sessions.endAll(account.id)
      await audit.write({ actor: who.login, action: 'account.sign-out', subject: account.login })
      return done
    },
    'GET /audit': ({ query }) => auditLines(audit, query),
  })
}

async function auditLines(
  audit: AuditLog,
  { from, to, ...rest }: QueryOf<(typeof staffContract)['GET /audit']>,
) {
  const lines = await audit.list({
    ...rest,
    from: from === undefined ? undefined : new Date(from + VIETNAM_MIDNIGHT),
    until: to === undefined ? undefined : new Date(Date.parse(to + VIETNAM_MIDNIGHT) + DAY_MS),
  })
  return { lines: [...lines] }
}
