import { readAge } from '../../src/conversation/read-age.ts'
import type { World } from '../world.ts'

const ADULT = 18
const YOUNGEST_TYPED = 10

/** "58 tuổi" says whether somebody is of age too. A bare "1" is the first button, not an age. */
export function ofAge(text: string, today: World['today']): 'yes' | 'no' | undefined {
  const { value } = readAge(text, today)
  if (!value || !('years' in value) || value.years < YOUNGEST_TYPED) return undefined
  return value.years >= ADULT ? 'yes' : 'no'
}
