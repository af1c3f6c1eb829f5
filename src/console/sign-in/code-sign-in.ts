import { readPhone } from '../../conversation/read-phone.ts'
import type { Reached } from '../../staff/ports.ts'
import { Refused } from '../api/call.ts'
import type { SignInParts } from './sign-in-parts.ts'

const TOO_OFTEN = 'Anh/chị đã xin mã nhiều lần. Chờ ít phút rồi thử lại.'
const OVER = 'Mã đã hết hạn hoặc nhập sai quá nhiều lần. Anh/chị xin mã mới.'

/**
 * Sends a code to the registered phone or e-mail. A phone nobody has gets the same answer, so nobody learns who is an
 * agent; the code comes only to the registered one.
 */
export async function sendCode(
  parts: SignInParts,
  to: string,
  address: string,
): Promise<{ challenge: string }> {
  if ((await parts.limits.address.take(address)) === 'too-many') throw new Refused(429, TOO_OFTEN)
  const at = whereTo(to)
  if ((await parts.limits.code.take('phone' in at ? at.phone : at.email.toLowerCase())) === 'too-many')
    throw new Refused(429, TOO_OFTEN)
  const reached = await parts.codes.reach(at)
  if (!reached) return { challenge: crypto.randomUUID() }
  const { challenge, code, link } = await parts.codes.issue(reached)
  if (!(await deliver(parts, reached, { challenge, code, link })))
    throw new Refused(503, 'Chưa gửi được mã. Anh/chị thử lại sau ít phút.')
  return { challenge }
}

function whereTo(typed: string): Reached['to'] {
  if (typed.includes('@')) return { email: typed }
  const phone = readPhone(typed)
  if (!phone) throw new Refused(422, 'Anh/chị xem lại số điện thoại hoặc e-mail.', 'to')
  return { phone: phone.e164 }
}

interface Issued {
  readonly challenge: string
  readonly code: string
  readonly link: string
}

async function deliver(
  parts: SignInParts,
  { to }: Reached,
  { challenge, code, link }: Issued,
): Promise<boolean> {
  if ('email' in to) return mail(parts, to.email, { challenge, code, link })
  const trackingId = `vao-${challenge.slice(0, 8)}`
  const sent = await parts.notifier.tell({
    phone: to.phone,
    template: 'sign-in-code',
    data: { code },
    trackingId,
  })
  return sent.kind === 'sent'
}

async function mail(
  { mailer, publicUrl }: SignInParts,
  to: string,
  { code, link }: Issued,
): Promise<boolean> {
  if (!mailer) return false
  const text = [
    `Mã đăng nhập An Sinh của anh/chị: ${code}`,
    'Mã dùng một lần, trong 10 phút.',
    `Hoặc mở liên kết này trên máy của anh/chị: ${publicUrl}/app/vao#${link}`,
    'Không đưa mã hay liên kết cho bất kỳ ai, kể cả người xưng là cán bộ.',
  ]
  return mailer.send({ to, subject: 'Mã đăng nhập An Sinh', text: text.join('\n\n') })
}

/** The account this code opens. */
export async function redeemCode(
  { codes, limits }: SignInParts,
  {
    challenge,
    code,
    address,
  }: { readonly challenge: string; readonly code: string; readonly address: string },
): Promise<string> {
  if ((await limits.address.take(address)) === 'too-many') throw new Refused(429, TOO_OFTEN)
  const opened = await codes.redeem(challenge, code)
  if (opened === 'wrong') throw new Refused(401, 'Mã chưa đúng. Anh/chị xem lại tin nhắn mới nhất.', 'code')
  if (opened === 'over') throw new Refused(401, OVER, 'code')
  return opened.account
}

export async function redeemLink(
  { codes, limits }: SignInParts,
  link: string,
  address: string,
): Promise<string> {
  if ((await limits.address.take(address)) === 'too-many') throw new Refused(429, TOO_OFTEN)
  const account = await codes.redeemLink(link)
  if (account === undefined) throw new Refused(401, 'Liên kết đã dùng hoặc hết hạn. Anh/chị xin mã mới.')
  return account
}
