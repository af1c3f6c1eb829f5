import type { Credentials } from '../../staff/account.ts'
import { withPassword } from '../../staff/role.ts'
import { Refused } from '../api/call.ts'
import type { SignInParts } from './sign-in-parts.ts'

export interface Attempt {
  readonly login: string
  readonly password: string
  readonly code?: string | undefined
  readonly address: string
}

const WRONG = 'Tên đăng nhập, mật khẩu hoặc mã chưa đúng.'

/**
 * The account that signs in, or 'code' when only the second factor is missing. Whoever tries too often waits, and what
 * is wrong (login, password, code) is never told apart.
 */
export async function passwordSignIn(
  parts: SignInParts,
  attempt: Attempt,
): Promise<{ account: string } | 'code'> {
  await notTooOften(parts, attempt)
  const found = await parts.accounts.credentials(attempt.login)
  const right = await parts.hasher.verify(usable(found)?.passwordHash, attempt.password)
  if (!found || !right) throw new Refused(401, WRONG)
  if (attempt.code === undefined) return 'code'
  const step = parts.factor.check(found.totpSecret, attempt.code)
  if (step === undefined || !(await parts.accounts.spendStep(found.id, step))) throw new Refused(401, WRONG)
  return { account: found.id }
}

function usable(found: Credentials | undefined): Credentials | undefined {
  return found?.active === true && withPassword.includes(found.role) ? found : undefined
}

async function notTooOften({ limits }: SignInParts, { login, address }: Pick<Attempt, 'login' | 'address'>) {
  const name = login.normalize('NFC').trim().toLowerCase()
  const taken = [
    await limits.address.take(address),
    await limits.pair.take(`${address} ${name}`),
    await limits.account.take(name),
  ]
  if (taken.includes('too-many'))
    throw new Refused(429, 'Đã thử quá nhiều lần. Anh/chị chờ 15 phút rồi thử lại, hoặc nhờ quản trị giúp.')
}
