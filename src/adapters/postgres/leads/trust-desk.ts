import { dayInVietNam } from '../../../conversation/day-in-viet-nam.ts'
import type { TrustDesk } from '../../../leads/trust-desk.ts'
import { changeCallTime } from './change-call-time.ts'
import { compareCode } from './compare-code.ts'
import type { LeadStoreParts } from './lead-store.ts'
import { pointsThere } from './points-there.ts'
import { verifyAgent } from './verify-agent.ts'

/** What citizens look up about agents, points and their own call. */
export function openTrustDesk(parts: LeadStoreParts): TrustDesk {
  const today = () => dayInVietNam(parts.clock.now())
  return {
    verify: (clue) => verifyAgent(parts, clue, today()),
    compareCode: (person, code, key) => compareCode(parts, person, code, key),
    changeCallTime: (person, bestTime, key) => changeCallTime(parts, person, bestTime, key),
    points: (commune) => pointsThere(parts.db, commune, today()),
  }
}
