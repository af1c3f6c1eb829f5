import { loadOfficeCalendar } from './adapters/files/load-office-calendar.ts'
import { factsOfEnvironment } from './app-pages.ts'
import { once } from './app-channel-parts.ts'
import type { Config } from './config.ts'
import { OfficeTime } from './hand-over/office-time.ts'
import { readOfficeHours } from './hand-over/office-hours.ts'
import type { Pages } from './pages/page.ts'
import type { WorkParts } from './work/work-parts.ts'

/** When the desk of each page is open: its own hours, and the holidays everybody has. */
export function officesOf(config: Config, root: string, pages: Pages): WorkParts['officeFor'] {
  const calendar = loadOfficeCalendar(root)
  const ofEnvironment = factsOfEnvironment(config)
  // Both were checked when they were written; of hours nobody can read the desk is open at no time it promises.
  const officeOf = once(
    (page: { readonly hours: string }) => new OfficeTime(readOfficeHours(page.hours) ?? [], calendar),
  )
  return ({ channel, desk }) => officeOf(pages.find(channel, desk) ?? ofEnvironment)
}

/** How long a citizen waits for a person, and for one who has gone quiet. */
export function patienceOf(config: Config): WorkParts['patience'] {
  return { answerMinutes: config.DESK_ANSWER_MINUTES, quietHours: config.DESK_QUIET_HOURS }
}
