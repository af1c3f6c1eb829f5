import type { DocumentRegister, LegalDocument } from '../policy/documents.ts'
import type { LawChange, NewCheck, NewValue } from '../policy/law-change.ts'
import { registerWith } from '../policy/law-change.ts'
import type { Parameter, PolicyEntry } from '../policy/parameter-file.ts'
import { readDay } from '../policy/day.ts'
import type { Day } from '../policy/values.ts'
import type { DecreeForm, DecreeRow } from './form.ts'
import { readDocument } from './read-document.ts'
import { readValue, unitIn } from './read-value.ts'

/** The law that a decree is laid over, and the day of entering it. */
export interface KnownLaw {
  readonly parameters: readonly Parameter[]
  readonly register: DocumentRegister
  readonly today: Day
}

export interface ReadDecree {
  readonly change: LawChange
  /** What keeps it from being read whole: in plain Vietnamese. */
  readonly faults: readonly string[]
}

/** Reads a form: what it changes, and what is still missing or wrong in its fields. */
export function readDecree(form: DecreeForm, law: KnownLaw): ReadDecree {
  const documents = form.documents.map((one) => readDocument(one, law.register))
  const register = registerWith(law.register, [{ values: [], checks: [], documents: documents.map(found) }])
  const rows = form.rows.map((row) => readRow(row, { ...law, register }))
  const change = {
    values: rows.flatMap(({ value }) => value ?? []),
    checks: rows.flatMap(({ check }) => check ?? []),
    documents: documents.map(found),
  }
  const faults = [
    ...(form.rows.length === 0 ? ['Chưa có con số nào trong bản này.'] : []),
    ...(form.read.trim().length < 5
      ? ['Chưa ghi anh/chị đọc văn bản ở đâu (Công báo, trang của cơ quan, bản có dấu).']
      : []),
    ...twice(form.rows, law),
    ...documents.flatMap((one) => one.faults),
    ...rows.flatMap((row) => row.faults),
  ]
  return { change, faults: [...new Set(faults)] }
}

const found = ({ document }: { readonly document: LegalDocument }) => document

function twice(rows: readonly DecreeRow[], { parameters }: KnownLaw): readonly string[] {
  const again = rows.filter(({ name }, i) => rows.findIndex((one) => one.name === name) !== i)
  return again.map(
    ({ name }) => `${labelOf(name, parameters)}: ghi hai lần trong một bản. Anh/chị bỏ bớt một dòng.`,
  )
}

export function labelOf(name: string, parameters: readonly Parameter[]): string {
  return parameters.find((one) => one.name === name)?.label ?? name
}

interface ReadRow {
  readonly value?: NewValue
  readonly check?: NewCheck
  readonly faults: readonly string[]
}

function readRow(row: DecreeRow, law: KnownLaw): ReadRow {
  const parameter = law.parameters.find(({ name }) => name === row.name)
  if (!parameter) return { faults: [`Không có con số tên ${row.name}.`] }
  const about = (say: string) => `${parameter.label}: ${say}`
  const checkBy = readDay(row.checkBy)
  const due =
    checkBy === undefined
      ? ['chưa ghi ngày phải xem lại.']
      : checkBy <= law.today
        ? ['ngày phải xem lại đã qua; chọn một ngày sau hôm nay.']
        : []
  const check = { name: row.name, checked: law.today, checkBy: checkBy ?? law.today }
  if (row.kind === 'check') return { check, faults: due.map(about) }
  const { value, faults } = readNewValue(row, parameter, law)
  return { check, ...(value && { value }), faults: [...faults, ...due].map(about) }
}

function readNewValue(row: DecreeRow, parameter: Parameter, law: KnownLaw) {
  const unit = unitOf(parameter)
  const printed = readValue(row.value, unit)
  const faults = [
    ...(printed === undefined ? [unreadable(row.value, unit)] : []),
    ...daysOf(row, law.today),
    ...citationOf(row, law.register),
  ]
  const entry = printed === undefined ? undefined : entryOf(row, printed, law.register)
  const over = parameter.values.find(({ from }) => from === entry?.from)
  return { faults, value: entry && { name: row.name, entry, ...(over && { over }) } }
}

function entryOf(row: DecreeRow, value: string, register: DocumentRegister): PolicyEntry | undefined {
  const [from, until] = [readDay(row.from), readDay(row.until)]
  const { act, certainty } = row
  const note = row.note.trim()
  const isResolution = register.find(act)?.kind === 'Nghị quyết' && /\/QH\d+$/.test(act)
  const source = { act, place: row.place.trim(), ...(isResolution ? { kind: 'Nghị quyết' as const } : {}) }
  const optional = { ...(until === undefined ? {} : { until }), ...(note === '' ? {} : { note }) }
  return from && { from, value, certainty, source, ...optional }
}

function citationOf(
  { act, place, certainty, note }: DecreeRow,
  register: DocumentRegister,
): readonly string[] {
  const isUnknown = act !== '' && !register.find(act)
  const isSilent = certainty === 'unconfirmed' && note.trim().length < 3
  return [
    ...(act === '' ? ['chưa chọn văn bản làm căn cứ.'] : []),
    ...(isUnknown ? [`văn bản ${act} chưa có trong sổ văn bản; ghi thêm ở phần "Văn bản mới".`] : []),
    ...(place.trim().length < 3 ? ['chưa ghi điều, khoản.'] : []),
    ...(isSilent ? ['chưa chắc thì ghi rõ vì sao chưa chắc.'] : []),
  ]
}

function daysOf({ from, until }: DecreeRow, today: Day): readonly string[] {
  const day = readDay(from)
  if (day === undefined) return ['chưa ghi ngày bắt đầu có hiệu lực.']
  const end = readDay(until)
  return [
    ...(day <= today
      ? [
          'ngày bắt đầu phải sau hôm nay. Số đã có hiệu lực thì sửa ở tệp của kho, vì đụng tới số đã nói với bà con.',
        ]
      : []),
    ...(until !== '' && (end === undefined || end < day) ? ['ngày hết hiệu lực phải sau ngày bắt đầu.'] : []),
  ]
}

/** What the number has been counted in so far; where it followed another one, in đồng. */
export function unitOf({ values }: Parameter): string {
  const last = values.findLast(({ value }) => value !== undefined)?.value
  return last === undefined ? 'đồng' : unitIn(last)
}

function unreadable(typed: string, unit: string): string {
  if (typed.trim() === '') return 'chưa ghi giá trị mới.'
  const like = unit === 'đồng' ? '"2.530.000" hoặc "2,53 triệu"' : `"12${unit === '%' ? '%' : ` ${unit}`}"`
  return `chưa đọc được giá trị "${typed.trim()}"; viết như ${unit === 'áp dụng' ? '"áp dụng"' : like}.`
}
