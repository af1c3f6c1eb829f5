import type { Day } from '../policy/values.ts'
import { periodOf, type PeriodKind } from '../targets/period.ts'
import type { TargetStore } from '../targets/target-store.ts'
import type { Chart } from './chart.ts'
import { communesChart, funnelChart, leadTimesCharts } from './lead-charts.ts'
import type { NumbersFilter, NumbersStore, PageKey } from './numbers.ts'
import { answeredChart, entriesChart, nOf, questionsChart, talksChart } from './talk-charts.ts'
import { agentsChart, communeTargetsChart } from './target-charts.ts'

export interface BoardParts {
  readonly numbers: NumbersStore
  readonly targets: Pick<TargetStore, 'progress'>
  readonly communeName: (code: string) => string
  /** Title and programme of an answer, as it is now. */
  readonly entry: (id: string) => { readonly title: string; readonly programme: string } | undefined
}

/** What is looked at, and what of it may be seen. */
export interface BoardView {
  readonly filter: NumbersFilter
  /** Talks are of pages: somebody who is bound to a commune sees none, and with a commune chosen they cannot be told apart. */
  readonly talks: boolean
  /** Whose talks, when no page is chosen; undefined: all. */
  readonly talkPages: readonly PageKey[] | undefined
  readonly agents: boolean
  readonly period: PeriodKind // of the plans
  readonly today: Day
}

/** Every chart of the dashboard, read from the counts of the days. */
export async function readBoard(parts: BoardParts, view: BoardView): Promise<readonly Chart[]> {
  const { filter } = view
  const onPages = { ...filter, pages: filter.pages ?? view.talkPages }
  const talks = view.talks ? await talkCharts(parts, onPages) : undefined
  const leads = await parts.numbers.count(['lead'], 'commune', filter)
  const times = await parts.numbers.count(['accepted', 'called'], undefined, filter)
  return [
    ...(talks ? [talks.talks] : []),
    funnelChart(leads, talks?.people),
    ...(talks?.others ?? []),
    communesChart(leads, parts.communeName),
    ...(await targetCharts(parts, view)),
    ...leadTimesCharts(times),
  ]
}

async function talkCharts({ numbers, entry }: BoardParts, { from, until, pages, programme }: NumbersFilter) {
  const anyProgramme = { from, until, pages } // and any commune: nothing of a talk says where a person lives
  const filter = { ...anyProgramme, programme }
  const visit = programme === undefined ? 'visit' : 'visit-about'
  const days = await numbers.count([visit], 'day', filter)
  const asked = await numbers.count(['asked', 'verdict'], undefined, filter)
  const entries = await numbers.count(['entry'], undefined, anyProgramme)
  const answered = await numbers.count(['answered'], undefined, anyProgramme)
  const titleOf = (id: string) => {
    const found = entry(id)
    if (programme !== undefined && found?.programme !== programme) return undefined
    return found?.title ?? id
  }
  return {
    people: { learn: nOf(days, visit, 'once'), interact: nOf(days, visit, 'again') },
    talks: talksChart(days, filter),
    others: [questionsChart(asked), entriesChart(entries, titleOf), answeredChart(answered)],
  }
}

async function targetCharts(
  { numbers, targets, communeName }: BoardParts,
  { filter, agents: isTold, period: kind, today }: BoardView,
): Promise<readonly Chart[]> {
  const on = filter.until < today ? filter.until : today
  const period = periodOf(kind, on)
  const { programme, communes } = filter
  const progress = (await targets.progress({ period: period.key }, { on, span: period })).filter(
    ({ target }) => programme === undefined || target.programme === programme,
  )
  const ofCommunes = progress.filter(
    ({ target: { of, id } }) => of === 'commune' && (communes === undefined || communes.includes(id)),
  )
  const chart = communeTargetsChart(ofCommunes, communeName, period)
  if (!isTold) return [chart]
  const names = new Map((await numbers.agents(communes)).map(({ id, name }) => [id, name]))
  const ofAgents = progress.filter(({ target: { of, id } }) => of === 'agent' && names.has(id))
  const leads = await numbers.count(['lead'], 'agent', filter)
  return [chart, agentsChart(ofAgents, leads, { nameOf: (id) => names.get(id), period })]
}
