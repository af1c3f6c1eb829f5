import { yearBands, type Band } from './bands.ts'
import type { World } from './world.ts'

/** Cut where the law draws its lines: what may be paid in one go, and the years of a pension. */
export function pensionBands({ policy, today }: World): readonly Band[] {
  const needed = policy.find(today, 'pension-min-years')?.value ?? 0
  const oneGo = (policy.find(today, 'voluntary-missing-max-months')?.value ?? 0) / 12
  return yearBands(needed - oneGo, needed)
}
