import { readWorkbook, UnreadableFile } from '../../adapters/sheets/read-workbook.ts'
import type { CellError, Sheet } from '../../sheets/cell.ts'
import type { ImportKind } from '../../sheets/kinds.ts'
import { planAgents, planCoverage, planPoints } from './plan-register.ts'
import { planTargets } from './plan-targets.ts'
import type { ImportParts, Planned } from './planned.ts'

/** What came of a file: with one error nothing is written. `moved`: open leads that went to others. */
export interface Imported {
  readonly rows: number
  readonly errors: readonly CellError[]
  readonly moved: number
  readonly notes: readonly string[]
}

/** Reads a file of a kind, checks every cell and what it refers to, and keeps it whole or not at all. */
export async function importSheet(kind: ImportKind, bytes: Buffer, parts: ImportParts): Promise<Imported> {
  const sheets = readWorkbook(bytes)
  if (sheets.length === 0) throw new UnreadableFile('tệp không có dòng nào')
  const { rows, errors, keep } = await planners[kind](sheets, parts)
  const isEmpty = rows === 0 && errors.length === 0
  const [{ name } = { name: '' }] = sheets
  const all = isEmpty
    ? [{ sheet: name, row: 1, column: undefined, say: 'không có dòng nào dưới tiêu đề' }]
    : errors
  if (all.length > 0 || parts.dryRun) return { rows, errors: all, moved: 0, notes: [] }
  return { rows, errors: [], ...(await keep(parts)) }
}

const planners: Readonly<
  Record<ImportKind, (sheets: readonly Sheet[], parts: ImportParts) => Promise<Planned>>
> = { agents: planAgents, points: planPoints, coverage: planCoverage, targets: planTargets }
