import type { Figure } from './figure.ts'
import { healthFigures } from './health-figures.ts'
import { voluntaryFigures } from './voluntary-figures.ts'
import { workFigures } from './work-figures.ts'

/** Every figure by the name words quote it with. */
export const figures: ReadonlyMap<string, Figure> = new Map([
  ...voluntaryFigures(),
  ...healthFigures(),
  ...workFigures(),
])
