import { z } from 'zod'
import { doneAnswer, me, newPassword, sixDigits, when } from './account-shapes.ts'
import { contract, everyone } from './contract.ts'

const login = z.string().trim().min(1, 'Anh/chị nhập tên đăng nhập.').max(80)
const token = z.string().min(20).max(100)

/** Signing in and out, the set-up link, and one's own devices. */
export const signInContract = contract({
  'GET /me': { roles: 'anyone', answer: z.object({ me: me.optional(), federated: z.boolean() }) },
  'POST /sign-in': {
    roles: 'anyone',
    body: z.object({
      login,
      password: z.string().min(1, 'Anh/chị nhập mật khẩu.').max(200),
      code: sixDigits.optional(),
    }),
    /** `code`: the password is right, the code from the authenticator app is still needed. */
    answer: z.object({ next: z.enum(['code', 'in']) }),
  },
  'POST /sign-in/phone': {
    roles: 'anyone',
    body: z.object({ to: z.string().trim().min(5, 'Anh/chị nhập số điện thoại hoặc e-mail.').max(120) }),
    /** The same answer whether or not somebody has this phone: nobody learns who is an agent. */
    answer: z.object({ challenge: z.string() }),
  },
  'POST /sign-in/code': {
    roles: 'anyone',
    body: z.object({ challenge: z.uuid(), code: sixDigits }),
    answer: doneAnswer,
  },
  'POST /sign-in/link': { roles: 'anyone', body: z.object({ link: token }), answer: doneAnswer },
  'POST /set-up/look': {
    roles: 'anyone',
    body: z.object({ token }),
    answer: z.object({ login: z.string(), name: z.string(), secret: z.string(), picture: z.string() }),
  },
  'POST /set-up': {
    roles: 'anyone',
    body: z.object({ token, password: newPassword, code: sixDigits }),
    answer: doneAnswer,
  },
  'POST /sign-out': { roles: everyone, answer: doneAnswer },
  'POST /sign-out/everywhere': { roles: everyone, answer: doneAnswer },
  'GET /devices': {
    roles: everyone,
    answer: z.object({
      devices: z.array(
        z.object({ id: z.string(), device: z.string(), since: when, seenAt: when, isThis: z.boolean() }),
      ),
    }),
  },
  'DELETE /devices/:id': { roles: everyone, answer: doneAnswer },
})
