import { z } from 'zod'
import { roles } from '../../staff/role.ts'

export const role = z.enum(roles)
export const instant = z.iso.datetime()
export const doneAnswer = z.object({ done: z.literal(true) })
/** A time in an answer: handlers give Dates, pages get ISO text. */
export const when = z.date().transform((at) => at.toISOString())

/** Who is signed in, as pages need to know. */
export const me = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role,
  agent: z.string().optional(),
  province: z.string().optional(),
  commune: z.string().optional(),
})

const SHORTEST = 12
const LONGEST = 128
export const newPassword = z
  .string({ error: 'Anh/chị nhập mật khẩu.' })
  .min(SHORTEST, `Mật khẩu cần ít nhất ${SHORTEST} ký tự.`)
  .max(LONGEST, `Mật khẩu không quá ${LONGEST} ký tự.`)
export const sixDigits = z
  .string({ error: 'Anh/chị nhập mã gồm sáu chữ số.' })
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Mã gồm sáu chữ số.'))
