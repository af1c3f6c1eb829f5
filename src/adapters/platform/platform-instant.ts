import { z } from 'zod'

const LAST_MS = Date.UTC(9999, 11, 31) // later ones are written with a sign, which PostgreSQL does not read

/** A platform's clock in epoch milliseconds. The same platform sends it as a number and as digits in text. */
export const platformInstant = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,16}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0).max(LAST_MS))
  .transform((ms) => new Date(ms))

/** The same in seconds. */
export const platformSecond = z
  .int()
  .min(0)
  .max(LAST_MS / 1_000)
  .transform((seconds) => new Date(seconds * 1_000))
