import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import { groupQuestions } from '../../questions/group-questions.ts'
import type { Sliced } from '../../in-slices.ts'
import type { QuestionRecord } from '../../work-ports.ts'

export type Asked = QuestionRecord & { readonly place: string }

export interface Grouped {
  readonly phrases: { words: string; times: number }[]
  readonly times: number
  readonly notUnderstood: number
  readonly notMeant: number
  readonly notOurs: number
  readonly weeks: Counted[]
  readonly programmes: Counted[]
  readonly places: Counted[]
  readonly shown: ReadonlySet<string> // ids that were given or offered when it was asked
}
interface Counted {
  name: string
  times: number
}

const PHRASES = 12
const DAY_MS = 24 * 3_600_000

/** Groups of like questions, the most asked first, counted by week, programme and place; a little at a time. */
export function* groupsOf(asked: readonly Asked[]): Sliced<readonly Grouped[]> {
  const all: Grouped[] = []
  for (const group of yield* groupQuestions(asked.map(({ words }) => words))) {
    all.push(grouped(group.flatMap((at) => asked[at] ?? [])))
    yield
  }
  return all
}

function grouped(asked: readonly Asked[]): Grouped {
  const phrases = counted(asked, ({ words }) => words)
  return {
    phrases: phrases.slice(0, PHRASES).map(({ name, times }) => ({ words: name, times })),
    times: asked.length,
    notUnderstood: asked.filter(({ outcome }) => outcome === 'not-understood').length,
    notMeant: asked.filter(({ verdict }) => verdict === 'not-meant').length,
    notOurs: asked.filter(({ outcome }) => outcome === 'not-ours').length,
    weeks: counted(asked, ({ askedAt }) => mondayOf(askedAt)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    programmes: counted(asked, ({ programme }) => programme ?? ''),
    places: counted(asked, ({ place }) => place),
    shown: new Set(asked.flatMap(({ shown }) => shown)),
  }
}

/** How often each, the most first. */
function counted(asked: readonly Asked[], nameOf: (one: Asked) => string): Counted[] {
  const counts = new Map<string, number>()
  for (const one of asked) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1)
  return [...counts].map(([name, times]) => ({ name, times })).toSorted((a, b) => b.times - a.times)
}

/** The Monday of that week in Viet Nam. */
function mondayOf(at: Date): string {
  const day = new Date(`${dayInVietNam(at)}T00:00:00Z`)
  const since = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - since * DAY_MS).toISOString().slice(0, 10)
}
