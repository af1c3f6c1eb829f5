import { z } from 'zod'

// The kinds of value a setting may have, with what is expected in Vietnamese, for the operator.

export const text = z.string().trim().min(1)
const blankAsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsUnset, schema.optional())
export const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((given) => blankAsUnset(given) ?? value, schema)

const url = z.url({ protocol: /^https?$/, error: 'phải là địa chỉ bắt đầu bằng http:// hoặc https://' })
export const baseUrl = url.transform((given) => given.replace(/\/+$/, ''))
export const number = (lowest: number, highest: number) =>
  z.coerce
    .number({ error: `phải là số từ ${lowest} đến ${highest}` })
    .int(`phải là số nguyên từ ${lowest} đến ${highest}`)
    .min(lowest, `phải từ ${lowest} trở lên`)
    .max(highest, `không quá ${highest}`)
export const day = z.iso
  .date({ error: 'phải là ngày có thật viết kiểu 2027-01-01' })
  .transform((given) => given as `${number}-${number}-${number}`) // the ISO date check above makes it one
export const keys32 = z
  .string()
  .refine(
    (given) => given.split(',').every((key) => bytesIn(key.trim()) === 32),
    'phải là khoá 32 byte viết dạng hex (64 ký tự) hoặc base64 (openssl rand -base64 32); khi đổi khoá: "mới,cũ"',
  )
const bytesIn = (key: string) => Buffer.from(key, /^[0-9a-f]{64}$/i.test(key) ? 'hex' : 'base64').length
