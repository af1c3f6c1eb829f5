import { z } from 'zod'

const LAST_MS = 8.64e15 // beyond it a Date is invalid

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
