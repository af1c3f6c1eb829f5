import type { Journey } from '../src/conversation/journey.ts'
import { contributionQuote } from './contribution-quote/journey.ts'
import { findCollectionPoint } from './find-collection-point/journey.ts'
import { householdHealthQuote } from './household-health-quote/journey.ts'
import { requestCallback } from './request-callback/journey.ts'
import type { World } from './world.ts'

/** Every journey there is; a folder not listed here does not exist. */
export const journeys: readonly Journey<World>[] = [
  contributionQuote,
  householdHealthQuote,
  findCollectionPoint,
  requestCallback,
]
