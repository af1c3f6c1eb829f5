import type { Journey } from '../src/conversation/journey.ts'
import { changeCallTime } from './change-call-time/journey.ts'
import { communeToday } from './commune-today/journey.ts'
import { contributionQuote } from './contribution-quote/journey.ts'
import { findCollectionPoint } from './find-collection-point/journey.ts'
import { healthGroupCheck } from './health-group-check/journey.ts'
import { householdCheck } from './household-check/journey.ts'
import { householdHealthQuote } from './household-health-quote/journey.ts'
import { lumpSumCheck } from './lump-sum-check/journey.ts'
import { lumpSumCompare } from './lump-sum-compare/journey.ts'
import { maternityCheck } from './maternity-check/journey.ts'
import { meetingCode } from './meeting-code/journey.ts'
import { myData } from './my-data/journey.ts'
import { pensionCheck } from './pension-check/journey.ts'
import { requestCallback } from './request-callback/journey.ts'
import { scamCheck } from './scam-check/journey.ts'
import { supportCheck } from './support-check/journey.ts'
import { unemploymentCheck } from './unemployment-check/journey.ts'
import { verifyAgent } from './verify-agent/journey.ts'
import { voluntaryCheck } from './voluntary-check/journey.ts'
import type { World } from './world.ts'

/** Every journey there is; a folder not listed here does not exist. */
export const journeys: readonly Journey<World>[] = [
  contributionQuote,
  householdHealthQuote,
  findCollectionPoint,
  requestCallback,
  voluntaryCheck,
  supportCheck,
  maternityCheck,
  pensionCheck,
  lumpSumCheck,
  lumpSumCompare,
  unemploymentCheck,
  householdCheck,
  healthGroupCheck,
  myData,
  verifyAgent,
  scamCheck,
  meetingCode,
  changeCallTime,
  communeToday,
]
