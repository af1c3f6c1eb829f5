import { createHash } from 'node:crypto'
import type { Store } from './adapters/postgres/store.ts'
import type { Config } from './config.ts'
import type { SheetKind, SheetParts, SheetPlan } from './console/api/sheets.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import { inSlices } from './in-slices.ts'
import { monthsAfter } from './leads/lead-list.ts'
import type { AnswerSheetDesk } from './operator/sheets/plan-answers.ts'
import type { Places } from './places/places.ts'
import type { Clock } from './ports.ts'
import type { Sheet } from './sheets/cell.ts'
import type { ImportKind } from './sheets/kinds.ts'

export interface SheetDeskParts {
  readonly config: Pick<Config, 'PROVINCE'>
  /** The very ones the bot knows: what is looked up in them is worked out once. */
  readonly places: () => Places
  readonly store: Pick<Store, 'register' | 'targets' | 'leadList' | 'staff'>
  readonly answers: AnswerSheetDesk
  readonly clock: Clock
}

/** The renewal list looks as far ahead as the one of the command line. */
const MONTHS_AHEAD = 2

/** What reads and writes spreadsheets: loaded when somebody first wants one, a start need not wait for it. */
async function machinery() {
  const parts = await Promise.all([
    import('./operator/sheets/export-sheet.ts'),
    import('./operator/sheets/import-sheet.ts'),
    import('./operator/sheets/commune-reader.ts'),
    import('./operator/sheets/answer-sheets.ts'),
    import('./operator/sheets/plan-answers.ts'),
    import('./workshop/read-table-beside.ts'),
    import('./workshop/write-file-beside.ts'),
  ])
  const [out, into, communes, answers, answersIn, read, write] = parts
  return { ...out, ...into, ...communes, ...answers, ...answersIn, ...read, ...write }
}

/** Tables in and out of the store, for the console: the machinery of the command line, and answers beside it. */
export function sheetParts(parts: SheetDeskParts): SheetParts {
  const { store, answers } = parts
  return {
    audit: store.staff.audit,
    plan: (kind, bytes, login) => planFile(kind, bytes, { ...parts, login }),
    async template(kind, format) {
      const { answerTemplate, templateSheet, writeFileBeside } = await machinery()
      return writeFileBeside(kind === 'answers' ? answerTemplate(answers) : templateSheet(kind), format)
    },
    async file(kind, format) {
      const { writeFileBeside } = await machinery()
      return writeFileBeside(await sheetOut(kind, parts), format)
    },
    async renewals(agent, format) {
      const { agents } = await store.register.all()
      if (!agents.some(({ id }) => id === agent)) return undefined
      const { writeFileBeside } = await machinery()
      return writeFileBeside(await exported('renewals', parts, agent), format)
    },
  }
}

async function sheetOut(kind: SheetKind | 'leads' | 'drafts', parts: SheetDeskParts) {
  const { answerSheet, draftSheet } = await machinery()
  if (kind === 'answers') return inSlices(answerSheet(parts.answers))
  return kind === 'drafts' ? draftSheet(parts.answers) : exported(kind, parts)
}

async function exported(
  kind: ImportKind | 'leads' | 'renewals',
  { store, places, clock }: SheetDeskParts,
  agent?: string,
) {
  const until = monthsAfter(dayInVietNam(clock.now()), MONTHS_AHEAD)
  const { exportSheet } = await machinery()
  return exportSheet(kind, { store, places: places(), agent, until })
}

type PlanParts = SheetDeskParts & { readonly login: string }

async function planFile(
  kind: SheetKind,
  bytes: Buffer,
  parts: PlanParts,
): Promise<SheetPlan | { readonly say: string }> {
  const { readTableBeside } = await machinery()
  const read = await readTableBeside(bytes)
  if ('say' in read) return read
  if (read.sheets.length === 0) return { say: 'tệp không có dòng nào' }
  const plan =
    kind === 'answers' ? await planAnswersIn(read.sheets, parts) : await planRows(kind, read.sheets, parts)
  const { rows, errors, changes, conflicts, remarks, state, keep } = plan
  const does = JSON.stringify([kind, rows, changes, conflicts, state])
  const seal = createHash('sha256').update(bytes).update(does).digest('hex')
  return { ...changes, ...{ rows, errors, conflicts, remarks, seal }, keep: (by) => keep({ by }) }
}

async function planAnswersIn(sheets: readonly Sheet[], { answers, clock, login }: PlanParts) {
  const { planAnswers } = await machinery()
  return planAnswers(sheets, answers, { login, at: clock.now() })
}

async function planRows(kind: ImportKind, sheets: readonly Sheet[], { config, places, store }: PlanParts) {
  const { planSheet, communeReader } = await machinery()
  const commune = communeReader(places(), config.PROVINCE)
  const planned = await planSheet(kind, sheets, { store, commune })
  return { ...planned, conflicts: [], remarks: [], state: '' }
}
