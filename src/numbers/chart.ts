import { HIDDEN, type Told } from './small-cells.ts'

/** A part of a whole: what is told is the percentage, and of how many. */
export interface Share {
  readonly part: number
  readonly of: number
}
export type Cell = string | number | Share

export interface Column {
  readonly title: string
  readonly kind: 'text' | 'count' | 'share'
  /** It is in the picture; the first column names what is drawn. */
  readonly drawn?: true
}

/** A table that is also drawn: the picture, the table under it and the file have the same rows. */
export interface Chart {
  readonly id: ChartId
  /** Short: the name of the sheet in its file. */
  readonly name: string
  readonly title: string
  /** What is counted, in plain words. */
  readonly note: string
  /** `days`: one after the other; `bars`: each with its name beside it. */
  readonly shape: 'days' | 'bars'
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export const chartIds = [
  'talks',
  'funnel',
  'questions',
  'entries',
  'answered',
  'communes',
  'commune-targets',
  'agents',
  'accepted',
  'called',
] as const
type ChartId = (typeof chartIds)[number]

/** Made once: comparing thousands of names with a locale each time takes long. */
export const byName = new Intl.Collator('vi').compare

export const text = (title: string): Column => ({ title, kind: 'text' })
export const count = (title: string): Column => ({ title, kind: 'count', drawn: true })
export const share = (title: string): Column => ({ title, kind: 'share' })

/** A percentage is hidden with either of its numbers; of nothing there is none. */
export function shareOf(part: Told, of: Told): Cell {
  if (part === HIDDEN || of === HIDDEN) return HIDDEN
  return of === 0 ? '' : { part, of }
}

/** One decimal, as people here write it: 0.1234 → 12.3. */
export const percentOf = ({ part, of }: Share): number => Math.round((part / of) * 1000) / 10

/** The rows as a sheet: each percentage is followed by what it is a percentage of. `notes` stand below. */
export function sheetOf({ name, columns, rows }: Chart, notes: readonly string[]) {
  return {
    name,
    titles: columns.flatMap(({ title, kind }) =>
      kind === 'share' ? [`${title} (%)`, 'Trên tổng'] : [title],
    ),
    rows: [
      ...rows
        .map((row) => row.flatMap((cell, i) => (columns[i]?.kind === 'share' ? pair(cell) : [cell])))
        .map((row) => row.map((cell) => (typeof cell === 'object' ? '' : cell))),
      [],
      ...notes.map((note) => [note]),
    ],
  }
}

function pair(cell: Cell): readonly Cell[] {
  return typeof cell === 'object' ? [percentOf(cell), cell.of] : [cell, cell]
}
