import { z } from 'zod'
import { doneAnswer, role, when } from './account-shapes.ts'
import { contract } from './contract.ts'

const admin = ['admin'] as const

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((typed) => (typed === '' ? undefined : typed))
    .optional()

const newAccount = z.object({
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, 'Tên đăng nhập dài 3–40 ký tự: chữ không dấu, số, dấu chấm, gạch.'),
  name: z.string().trim().min(2, 'Anh/chị nhập họ tên.').max(80),
  role,
  email: z
    .union([z.literal('').transform(() => undefined), z.email('E-mail chưa đúng.').max(120)])
    .optional(),
  agent: optionalText(60),
  province: optionalText(10),
  commune: optionalText(100), // by name or code
})

/** Said where an account that sees one commune only has none. */
export const whichCommune =
  'Tài khoản này cần gắn với một xã, phường: ghi tên xã mới (thêm tên tỉnh nếu trùng tên), hoặc mã xã năm chữ số.'

const staffRow = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role,
  email: z.string().optional(),
  agent: z.string().optional(),
  province: z.string().optional(),
  commune: z.string().optional(),
  active: z.boolean(),
  ready: z.boolean(),
  createdAt: when,
  seenAt: when.optional(),
})

/** A set-up link, shown once to the administrator who hands it over. */
const setUpLink = z.object({ id: z.string(), link: z.string() })

const day = z.iso.date({ error: 'Ngày viết kiểu 2026-11-30.' })

/** Accounts and the audit: the administrator's. */
export const staffContract = contract({
  'GET /staff': {
    roles: admin,
    query: z.object({ role: role.optional(), find: optionalText(80) }),
    answer: z.object({ accounts: z.array(staffRow) }),
  },
  'POST /staff': { roles: admin, body: newAccount, answer: setUpLink },
  'POST /staff/:id/commune': {
    roles: admin,
    body: z.object({ commune: z.string().trim().min(1, whichCommune).max(100) }),
    answer: z.object({ commune: z.string() }),
  },
  'POST /staff/:id/active': { roles: admin, body: z.object({ active: z.boolean() }), answer: doneAnswer },
  'POST /staff/:id/reset': { roles: admin, answer: setUpLink },
  'POST /staff/:id/sign-out': { roles: admin, answer: doneAnswer },
  'GET /audit': {
    roles: admin,
    query: z.object({
      actor: optionalText(80),
      action: optionalText(80),
      subject: optionalText(120),
      from: day.optional(),
      to: day.optional(),
      before: z.coerce.number().int().positive().optional(),
    }),
    answer: z.object({
      lines: z.array(
        z.object({
          id: z.number(),
          at: when,
          actor: z.string(),
          action: z.string(),
          subject: z.string(),
          changes: z.record(z.string(), z.object({ from: z.string().optional(), to: z.string().optional() })),
        }),
      ),
    }),
  },
})
