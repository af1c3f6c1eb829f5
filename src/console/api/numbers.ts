import { formatDay } from '../../conversation/format.ts'
import { type BoardParts, type BoardView, readBoard } from '../../numbers/board.ts'
import { type Chart, sheetOf } from '../../numbers/chart.ts'
import type { Pages } from '../../pages/page.ts'
import { daysAfter } from '../../policy/day.ts'
import type { Day } from '../../policy/values.ts'
import type { SignedIn } from '../../staff/account.ts'
import { programmeNamed } from '../../sheets/words.ts'
import type { AuditLog } from '../../staff/ports.ts'
import { type Area, area, Download, Refused } from './call.ts'
import type { QueryOf } from './contract.ts'
import { numbersContract } from './numbers-contract.ts'
import { type Seen, seenBy } from './numbers-scope.ts'

export interface NumbersParts {
  readonly numbers: BoardParts['numbers']
  readonly targets: BoardParts['targets']
  /** Answers as they are now, by id. */
  readonly entries: () => ReadonlyMap<string, { readonly title: string; readonly programme: string }>
  /** Read when somebody first looks: a start need not wait for it. */
  readonly communes: () => readonly {
    readonly code: string
    readonly name: string
    readonly province: string
  }[]
  readonly pages: Pages
  readonly today: () => Day
  /** Writes an .xlsx. */
  readonly write: (sheet: ReturnType<typeof sheetOf>) => Promise<Uint8Array>
  readonly audit: Pick<AuditLog, 'write'>
}

type Query = QueryOf<(typeof numbersContract)['GET /numbers']>

interface Chosen {
  readonly programme: string | undefined
  readonly page?: string | undefined
  readonly commune?: string | undefined
}

const USUAL_DAYS = 30
const MOST_DAYS = 366
/** More rows than these are only in the file. */
const MOST_ROWS = 150
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Numbers at a glance: the charts somebody may see, and each of them as a file. */
export function numbersArea(parts: NumbersParts): Area {
  return area(numbersContract, {
    'GET /numbers': async ({ query, who }) => {
      const began = performance.now()
      const { seen, view, filter } = lookedAt(parts, query, who)
      const charts = await readBoard(boardOf(parts, seen), view)
      return {
        ...{ charts: charts.map(cut), filter, from: view.filter.from, until: view.filter.until },
        pages: seen.pages.map(({ id, name }) => ({ id, name })),
        communes: seen.communes.map(({ code, name }) => ({ id: code, name })),
        ms: Math.round(performance.now() - began),
      }
    },
    'GET /numbers/file': async ({ query: { chart, ...query }, who }) => {
      const { seen, view, filter } = lookedAt(parts, query, who)
      const found = (await readBoard(boardOf(parts, seen), view)).find(({ id }) => id === chart)
      if (!found) throw new Refused(404, 'Với tài khoản và bộ lọc này không có bảng đó.', 'chart')
      const bytes = await parts.write(sheetOf(found, [found.title, filter, found.note]))
      await parts.audit.write({ actor: who.login, action: 'numbers.export', subject: `${chart}: ${filter}` })
      return new Download(`con-so-${chart}.xlsx`, XLSX, bytes)
    },
  })
}

function cut({ columns, rows, ...chart }: Chart) {
  return {
    ...chart,
    columns: [...columns],
    rows: rows.slice(0, MOST_ROWS).map((row) => [...row]),
    more: Math.max(0, rows.length - MOST_ROWS),
  }
}

function boardOf(parts: NumbersParts, { communes }: Seen): BoardParts {
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const { numbers, targets } = parts
  const entries = parts.entries()
  return {
    ...{ numbers, targets, entry: (id) => entries.get(id) },
    communeName: (code) => names.get(code) ?? code,
  }
}

function lookedAt(parts: NumbersParts, query: Query, who: SignedIn) {
  const seen = seenBy(who, parts.pages, parts.communes())
  const { page, commune } = chosenOf(query, seen)
  const programme = query.programme === '' ? undefined : query.programme
  const span = spanOf(query, parts.today())
  const codes = seen.allCommunes ? undefined : seen.communes.map(({ code }) => code)
  const filter = {
    ...{ ...span, programme, pages: page && [page.key] },
    communes: commune ? [commune.code] : codes,
  }
  const view: BoardView = {
    ...{ filter, talks: seen.talks && !commune, agents: seen.agents },
    talkPages: seen.allPages ? undefined : seen.pages.map(({ key }) => key),
    ...{ period: query.period, today: parts.today() },
  }
  return {
    seen,
    view,
    filter: inWords({ ...span, programme, page: page?.name, commune: commune?.name }, seen),
  }
}

/** Stands under every picture and in every file. */
function inWords(
  { from, until, programme, page = 'mọi trang', commune }: ReturnType<typeof spanOf> & Chosen,
  { communes: [only, ...others] }: Seen,
): string {
  const where = commune ?? (only && others.length === 0 ? only.name : 'mọi xã, phường')
  const what = programme === undefined ? 'mọi loại hình' : programmeNamed(programme)
  return [`${formatDay(from)}–${formatDay(until)}`, page, what, where].join(' · ')
}

/** '' chooses nothing. */
function chosenOf(query: Query, { pages, communes }: Seen) {
  const page = pages.find(({ id }) => id === query.page)
  const commune = communes.find(({ code }) => code === query.commune)
  if (query.page !== '' && !page) throw new Refused(404, 'Không có trang này.', 'page')
  if (query.commune !== '' && !commune) throw new Refused(404, 'Không có xã, phường này.', 'commune')
  return { page, commune }
}

function spanOf(
  query: Pick<Query, 'from' | 'until'>,
  today: Day,
): { readonly from: Day; readonly until: Day } {
  const until = query.until === '' ? today : (query.until as Day) // the contract checked both
  const from = query.from === '' ? daysAfter(until, 1 - USUAL_DAYS) : (query.from as Day)
  if (from > until) throw new Refused(422, 'Ngày đầu phải trước ngày cuối.', 'from')
  if (from < daysAfter(until, 1 - MOST_DAYS))
    throw new Refused(422, 'Xem nhiều nhất một năm mỗi lần.', 'from')
  return { from, until }
}
