import { argonHasher } from '../adapters/credentials/password-hasher.ts'
import { totpFactor } from '../adapters/credentials/second-factor.ts'
import type { StoreJob, StoreJobParts } from './store-jobs.ts'

const USAGE =
  'admin create TÊN-ĐĂNG-NHẬP [name=Họ-tên] [-] (in liên kết thiết lập dùng một lần; dấu - đọc dòng password=… từ stdin thay cho liên kết)'
const SHORTEST_PASSWORD = 12
const BY = 'cli'

/** The first administrator (or one more): with a set-up link, or with a password typed on stdin. */
export const adminJob: StoreJob = async ([what, login, ...words], parts) => {
  if (what !== 'create' || login === undefined || !/^[a-z0-9][a-z0-9._-]{2,39}$/.test(login))
    throw new Error(USAGE)
  const { name = login, password } = facts(words)
  if (password !== undefined && password.length < SHORTEST_PASSWORD)
    throw new Error(`password: mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự`)
  const { accounts } = parts.store.staff
  const made = await accounts.create({ login, name, role: 'admin' }, BY)
  if ('taken' in made) throw new Error('tên đăng nhập này đã có người dùng')
  return password === undefined
    ? linkLines(parts, made.token)
    : withPassword(parts, { id: made.id, login, password })
}

function facts(words: readonly string[]): { readonly name?: string; readonly password?: string } {
  const pairs = words.map((word) => {
    const [, key, value] = /^(name|password)=(.+)$/.exec(word) ?? []
    if (key === undefined || value === undefined) throw new Error(USAGE)
    return [key, value] as const
  })
  return Object.fromEntries(pairs)
}

function linkLines({ config }: StoreJobParts, token: string): readonly string[] {
  return [
    'Mở liên kết này để đặt mật khẩu và quét mã bằng ứng dụng xác thực (dùng một lần, trong 72 giờ):',
    `${config.PUBLIC_URL}/quan-tri/thiet-lap#${token}`,
  ]
}

async function withPassword(
  { store }: StoreJobParts,
  { id, login, password }: { readonly id: string; readonly login: string; readonly password: string },
): Promise<readonly string[]> {
  const secret = await store.staff.accounts.setPassword(id, await argonHasher().hash(password), BY)
  const factor = totpFactor({ now: () => new Date() })
  return [
    `Đã tạo quản trị ${login}. Thêm khoá này vào ứng dụng xác thực (Google Authenticator, Microsoft Authenticator …):`,
    factor.url(secret, login),
  ]
}
