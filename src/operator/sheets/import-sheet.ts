import { readWorkbook } from '../../adapters/sheets/read-workbook.ts'
import { UnreadableFile } from '../../adapters/sheets/unreadable-file.ts'
import type { CellError, Sheet } from '../../sheets/cell.ts'
import type { ImportKind } from '../../sheets/kinds.ts'
import { planAgents, planCoverage, planPoints } from './plan-register.ts'
import { planTargets } from './plan-targets.ts'
import type { ImportParts, Planned, PlanParts } from './planned.ts'

/** What came of a file: with one error nothing is written. `moved`: open leads that went to others. */
export interface Imported {
  readonly rows: number
  readonly errors: readonly CellError[]
  readonly moved: number
  readonly notes: readonly string[]
}

/** Reads a file of a kind, checks every cell and what it refers to, and keeps it whole or not at all. */
export async function importSheet(kind: ImportKind, bytes: Buffer, parts: ImportParts): Promise<Imported> {
  const { rows, errors, keep } = await planSheet(kind, readWorkbook(bytes), parts)
  if (errors.length > 0 || parts.dryRun) return { rows, errors, moved: 0, notes: [] }
  return { rows, errors: [], ...(await keep(parts)) }
}

/** The tables of a file, checked against what is kept, and not yet kept. A file of no rows is an error, of no tables too. */
export async function planSheet(
  kind: ImportKind,
  sheets: readonly Sheet[],
  parts: PlanParts,
): Promise<Planned> {
  const [first] = sheets
  if (!first) throw new UnreadableFile('tệp không có dòng nào')
  const planned = await planners[kind](sheets, parts)
  if (planned.rows > 0 || planned.errors.length > 0) return planned
  const say = 'không có dòng nào dưới tiêu đề'
  return { ...planned, errors: [{ sheet: first.name, row: 1, column: undefined, say }] }
}

const planners: Readonly<
  Record<ImportKind, (sheets: readonly Sheet[], parts: PlanParts) => Promise<Planned>>
> = { agents: planAgents, points: planPoints, coverage: planCoverage, targets: planTargets }
