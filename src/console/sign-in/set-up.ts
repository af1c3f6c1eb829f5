import { Refused } from '../api/call.ts'
import type { SignInParts } from './sign-in-parts.ts'

const GONE = 'Liên kết đã dùng hoặc hết hạn. Anh/chị xin quản trị cấp liên kết mới.'

/** What the set-up page shows: whose account, and the picture to scan. */
export async function lookAtSetUp({ accounts, factor, limits }: SignInParts, token: string, address: string) {
  if ((await limits.address.take(address)) === 'too-many')
    throw new Refused(429, 'Anh/chị chờ ít phút rồi thử lại.')
  const account = await accounts.setUp(token)
  if (!account) throw new Refused(404, GONE)
  const { login, name, secret } = account
  return { login, name, secret, picture: factor.picture(secret, login) }
}

/** Sets the password once the authenticator app shows the right code. Answers the account. */
export async function finishSetUp(
  { accounts, factor, hasher, limits }: SignInParts,
  given: {
    readonly token: string
    readonly password: string
    readonly code: string
    readonly address: string
  },
): Promise<string> {
  if ((await limits.address.take(given.address)) === 'too-many')
    throw new Refused(429, 'Anh/chị chờ ít phút rồi thử lại.')
  const account = await accounts.setUp(given.token)
  if (!account) throw new Refused(404, GONE)
  if (given.password.toLowerCase().includes(account.login))
    throw new Refused(422, 'Mật khẩu không được chứa tên đăng nhập.', 'password')
  const step = factor.check(account.secret, given.code)
  if (step === undefined)
    throw new Refused(422, 'Mã chưa đúng. Kiểm tra đồng hồ của điện thoại rồi nhập mã đang hiện.', 'code')
  const hash = await hasher.hash(given.password)
  if (!(await accounts.finishSetUp(given.token, hash, step))) throw new Refused(404, GONE)
  return account.id
}
