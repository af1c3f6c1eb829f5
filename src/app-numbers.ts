import { loadPlaces } from './adapters/files/load-places.ts'
import type { Store } from './adapters/postgres/store.ts'
import type { AnswerDesk } from './answers/desk.ts'
import type { NumbersParts } from './console/api/numbers.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import type { Pages } from './pages/page.ts'
import type { Clock } from './ports.ts'

interface Parts {
  readonly root: string
  readonly store: Pick<Store, 'numbers' | 'targets' | 'staff'>
  readonly answers: Pick<AnswerDesk, 'answers'>
  readonly pages: Pages
  readonly clock: Clock
}

/** What the dashboard needs: counts of the days, plans, and the names of what is counted. */
export function numbersParts({ root, store, answers, pages, clock }: Parts): NumbersParts {
  let communes: ReturnType<NumbersParts['communes']> | undefined
  return {
    ...{ numbers: store.numbers, targets: store.targets, audit: store.staff.audit, pages },
    entries: () => new Map(answers.answers().texts.map((text) => [text.id, text])),
    communes: () => (communes ??= loadPlaces(root).communes),
    today: () => dayInVietNam(clock.now()),
    async write(sheet) {
      const { writeWorkbook } = await import('./adapters/sheets/write-workbook.ts') // when somebody first wants a file
      return writeWorkbook(sheet, 'xlsx')
    },
  }
}
