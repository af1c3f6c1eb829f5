import { z } from 'zod'

/** A figure a person need not know exactly: "khoảng 10–15 năm". Both ends belong to it; an exact figure has them equal. */
export interface Span {
  readonly min: number
  readonly max: number
}

/** An input given as a number or as a band. */
export const span = (most: number) =>
  z
    .union([
      z.number().min(0).max(most),
      z.object({ min: z.number().min(0).max(most), max: z.number().min(0).max(most) }),
    ])
    .transform((given): Span => (typeof given === 'number' ? { min: given, max: given } : given))
    .refine(({ min, max }) => min <= max, 'min phải không lớn hơn max')

export type Reaches = 'yes' | 'no' | 'unknown'

/** Does it reach so much? Unknown when the band lies across the line, or nothing was said. */
export function reaches(given: Span | undefined, needed: number): Reaches {
  if (given === undefined) return 'unknown'
  if (given.min >= needed) return 'yes'
  return given.max < needed ? 'no' : 'unknown'
}

/** From here on a band has no upper end: nobody pays for, or lives, a hundred years. */
const OPEN_ENDED = 1_200

/** "12", "từ 120 đến 179", "từ 180 trở lên": for a step. */
export function printSpan({ min, max }: Span): string {
  if (max >= OPEN_ENDED) return `từ ${min} trở lên`
  return min === max ? String(min) : `từ ${min} đến ${max}`
}
