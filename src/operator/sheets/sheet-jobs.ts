import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { loadPlaces } from '../../adapters/files/load-places.ts'
import { MOST_BYTES } from '../../adapters/sheets/read-workbook.ts'
import { UnreadableFile } from '../../adapters/sheets/unreadable-file.ts'
import { writeWorkbook, type SheetOut } from '../../adapters/sheets/write-workbook.ts'
import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import { monthsAfter } from '../../leads/lead-list.ts'
import { readDay } from '../../policy/day.ts'
import { errorInWords } from '../../sheets/cell.ts'
import { importKinds, type ImportKind } from '../../sheets/kinds.ts'
import type { StoreJob } from '../store-jobs.ts'
import { communeReader } from './commune-reader.ts'
import { exportKinds, exportSheet, templateSheet } from './export-sheet.ts'
import { importSheet } from './import-sheet.ts'

const importUsage = `import ${importKinds.join('|')} TỆP [--dry-run]: nhập bảng .xlsx, .xls, .ods, .csv; --dry-run chỉ kiểm tra`
const exportUsage = `export ${exportKinds.join('|')} TỆP (.xlsx hoặc .csv); renewals cần thêm MÃ_NHÂN_VIÊN [ĐẾN_NGÀY]`
const templateUsage = `template ${importKinds.join('|')} TỆP (.xlsx hoặc .csv): tệp mẫu để điền`
const BY = 'operator'
const MOST_SHOWN = 50
/** The renewal list looks two months ahead, unless a day is named. */
const MONTHS_AHEAD = 2

const importKind = (word: string | undefined): ImportKind | undefined =>
  importKinds.find((one) => one === word)

/** Reads a file into the store, whole or not at all; what is wrong is said by table, row and column. */
export const importJob: StoreJob = async (words, { store, config, root }) => {
  const [word, file] = words.filter((one) => one !== '--dry-run')
  const kind = importKind(word)
  if (kind === undefined || file === undefined) throw new Error(importUsage)
  const dryRun = words.includes('--dry-run')
  const commune = communeReader(loadPlaces(root), config.PROVINCE)
  const { rows, errors, moved, notes } = await importSheet(kind, bytesOf(file), {
    store,
    commune,
    by: BY,
    dryRun,
  })
  if (errors.length > 0) throw new Error(faults(errors.map(errorInWords)))
  if (dryRun) return [`Tệp đúng: ${rows} dòng. Chưa ghi gì; bỏ --dry-run để nhập.`]
  const movedLeads = moved > 0 ? [`${moved} phiếu đang mở được chuyển cho người khác.`] : []
  return [`Đã nhập ${rows} dòng.`, ...movedLeads, ...notes]
}

function faults(lines: readonly string[]): string {
  const more = lines.length > MOST_SHOWN ? [`… và ${lines.length - MOST_SHOWN} lỗi nữa.`] : []
  return [`Chưa nhập gì, vì ${lines.length} chỗ sai:`, ...lines.slice(0, MOST_SHOWN), ...more].join('\n')
}

function bytesOf(file: string): Buffer {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new UnreadableFile(`không có tệp ${file}`)
  if (size > MOST_BYTES) throw new UnreadableFile('tệp lớn hơn 20 MB')
  return readFileSync(file)
}

export const exportJob: StoreJob = async ([word, file, agent, day], { store, root }) => {
  const kind = exportKinds.find((one) => one === word)
  if (kind === undefined || file === undefined) throw new Error(exportUsage)
  if (kind === 'renewals' && agent === undefined) throw new Error(exportUsage)
  const until = readDay(day) ?? monthsAfter(dayInVietNam(new Date()), MONTHS_AHEAD)
  const sheet = await exportSheet(kind, { store, places: loadPlaces(root), agent, until })
  return write(file, sheet)
}

export const templateJob: StoreJob = async ([word, file]) => {
  const kind = importKind(word)
  if (kind === undefined || file === undefined) throw new Error(templateUsage)
  return write(file, templateSheet(kind))
}

function write(file: string, sheet: SheetOut): readonly string[] {
  const [, format] = /\.(xlsx|csv)$/i.exec(file) ?? []
  if (format === undefined) throw new Error('tên tệp phải kết thúc bằng .xlsx hoặc .csv')
  writeFileSync(file, writeWorkbook(sheet, format.toLowerCase() === 'csv' ? 'csv' : 'xlsx'), { mode: 0o600 })
  return [`Đã ghi ${sheet.rows.length} dòng vào ${file}.`]
}
