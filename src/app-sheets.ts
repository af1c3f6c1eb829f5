import { createHash } from 'node:crypto'
import { loadPlaces } from './adapters/files/load-places.ts'
import type { Store } from './adapters/postgres/store.ts'
import type { Config } from './config.ts'
import type { SheetParts, SheetPlan } from './console/api/sheets.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import { monthsAfter } from './leads/lead-list.ts'
import type { Clock } from './ports.ts'
import type { ImportKind } from './sheets/kinds.ts'
import type { SheetOut } from './adapters/sheets/write-workbook.ts'

export interface SheetDeskParts {
  readonly config: Pick<Config, 'PROVINCE'>
  readonly root: string
  readonly store: Pick<Store, 'register' | 'targets' | 'leadList' | 'staff'>
  readonly clock: Clock
}

/** The renewal list looks as far ahead as the one of the command line. */
const MONTHS_AHEAD = 2

/** What reads and writes spreadsheets: loaded when somebody first wants one, a start need not wait for it. */
async function machinery() {
  const [out, { planSheet }, { communeReader }, { writeWorkbook }, { readTableBeside }] = await Promise.all([
    import('./operator/sheets/export-sheet.ts'),
    import('./operator/sheets/import-sheet.ts'),
    import('./operator/sheets/commune-reader.ts'),
    import('./adapters/sheets/write-workbook.ts'),
    import('./workshop/read-table-beside.ts'),
  ])
  return { ...out, planSheet, communeReader, writeWorkbook, readTableBeside }
}

/** Tables in and out of the store, for the console: the machinery of the command line. */
export function sheetParts({ config, root, store, clock }: SheetDeskParts): SheetParts {
  const written = async (sheet: SheetOut, format: 'xlsx' | 'csv') =>
    (await machinery()).writeWorkbook(sheet, format)
  const exported = async (kind: ImportKind | 'leads' | 'renewals', agent?: string) => {
    const until = monthsAfter(dayInVietNam(clock.now()), MONTHS_AHEAD)
    const { exportSheet } = await machinery()
    return exportSheet(kind, { store, places: loadPlaces(root), agent, until })
  }
  return {
    audit: store.staff.audit,
    plan: (kind, bytes) => planFile(kind, bytes, { config, root, store }),
    template: async (kind, format) => written((await machinery()).templateSheet(kind), format),
    file: async (kind, format) => written(await exported(kind), format),
    renewals: async (agent, format) => {
      const { agents } = await store.register.all()
      if (!agents.some(({ id }) => id === agent)) return undefined
      return written(await exported('renewals', agent), format)
    },
  }
}

async function planFile(
  kind: ImportKind,
  bytes: Buffer,
  { config, root, store }: Omit<SheetDeskParts, 'clock'>,
): Promise<SheetPlan | { readonly say: string }> {
  const { readTableBeside, planSheet, communeReader } = await machinery()
  const read = await readTableBeside(bytes)
  if ('say' in read) return read
  if (read.sheets.length === 0) return { say: 'tệp không có dòng nào' }
  const commune = communeReader(loadPlaces(root), config.PROVINCE)
  const { rows, errors, changes, keep } = await planSheet(kind, read.sheets, { store, commune })
  const does = JSON.stringify([kind, rows, changes])
  const seal = createHash('sha256').update(bytes).update(does).digest('hex')
  return { ...changes, rows, errors, seal, keep: (by) => keep({ by }) }
}
