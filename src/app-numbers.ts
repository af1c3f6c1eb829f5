import type { Store } from './adapters/postgres/store.ts'
import type { AnswerDesk } from './answers/desk.ts'
import type { NumbersParts } from './console/api/numbers.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import type { Pages } from './pages/page.ts'
import type { Places } from './places/places.ts'
import type { Clock } from './ports.ts'

interface Parts {
  readonly places: () => Places
  readonly store: Pick<Store, 'numbers' | 'targets' | 'staff'>
  readonly answers: Pick<AnswerDesk, 'answers'>
  readonly pages: Pages
  readonly clock: Clock
}

/** What the dashboard needs: counts of the days, plans, and the names of what is counted. */
export function numbersParts({ places, store, answers, pages, clock }: Parts): NumbersParts {
  return {
    ...{ numbers: store.numbers, targets: store.targets, audit: store.staff.audit, pages },
    entries: () => new Map(answers.answers().texts.map((text) => [text.id, text])),
    communes: () => places().communes,
    today: () => dayInVietNam(clock.now()),
    async write(sheet) {
      const { writeWorkbook } = await import('./adapters/sheets/write-workbook.ts') // when somebody first wants a file
      return writeWorkbook(sheet, 'xlsx')
    },
  }
}
