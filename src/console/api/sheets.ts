import type { SignedIn } from '../../staff/account.ts'
import type { AuditLog } from '../../staff/ports.ts'
import type { CellError } from '../../sheets/cell.ts'
import type { ImportKind } from '../../sheets/kinds.ts'
import { type Area, area, Download, Refused } from './call.ts'
import { sheetsContract } from './sheets-contract.ts'

type Format = 'xlsx' | 'csv' | 'json'
/** What comes in and goes out in the same columns. */
export type SheetKind = ImportKind | 'answers'

/** What a file would do, by code. */
interface SheetCounts {
  readonly rows: number
  readonly fresh: readonly string[]
  readonly changed: readonly string[]
  readonly same: number
}

/** A file that was read and checked and not yet kept. */
export interface SheetPlan extends SheetCounts {
  readonly errors: readonly CellError[]
  readonly conflicts: readonly string[]
  readonly remarks: readonly CellError[]
  /** Of these bytes and of what they would do now: other bytes, or other data here by then, give another. */
  readonly seal: string
  keep(by: string): Promise<{
    readonly moved: number
    readonly notes: readonly string[]
    readonly batch?: string | undefined
  }>
}

export interface SheetParts {
  /** Reads a file beside the program; `say`: why it cannot be read, in Vietnamese. */
  plan(kind: SheetKind, bytes: Buffer, login: string): Promise<SheetPlan | { readonly say: string }>
  template(kind: SheetKind, format: Format): Promise<Uint8Array>
  /** `drafts`: of answers, in the columns of answers. */
  file(kind: SheetKind | 'leads' | 'drafts', format: Format): Promise<Uint8Array>
  /** Undefined when there is no such agent. */
  renewals(agent: string, format: Format): Promise<Uint8Array | undefined>
  readonly audit: Pick<AuditLog, 'write'>
}

const MOST_ERRORS = 200
const MOST_CODES = 20
const MOVED_ON = 'Tệp hoặc dữ liệu đã khác lúc kiểm tra. Anh/chị bấm “Kiểm tra” lại rồi hãy nhập.'
const WHOLE =
  'Tài khoản của anh/chị gắn với một tỉnh, còn các bảng này là của cả hệ thống. Nhờ quản trị không gắn với tỉnh nào làm giúp.'
const types: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}
const fileNames = {
  ...{ agents: 'nhan-vien-thu', points: 'diem-thu', coverage: 'xa-phu-trach', targets: 'chi-tieu' },
  ...{ leads: 'phieu', renewals: 'den-han', answers: 'cau-tra-loi', drafts: 'ban-nhap' },
} as const

/** Tables in and out. Every file that leaves with data in it is in the audit before it leaves, every import before it is kept. */
export function sheetsArea(parts: SheetParts): Area {
  return area(sheetsContract, {
    'GET /sheets/template': async ({ query: { kind, format } }) =>
      download(`mau-${fileNames[kind]}`, format, await parts.template(kind, format)),
    'GET /sheets/file': async ({ query: { kind, format }, who }) => {
      if (kind !== 'answers' && kind !== 'drafts') ofTheWhole(who)
      const bytes = await parts.file(kind, format)
      await parts.audit.write({ actor: who.login, action: 'sheet.export', subject: fileNames[kind] })
      return download(fileNames[kind], format, bytes)
    },
    'GET /sheets/renewals': async ({ query: { agent, format }, who }) => {
      ofTheWhole(who)
      const bytes = await parts.renewals(agent, format)
      if (!bytes) throw new Refused(404, 'Không có nhân viên thu mã này.', 'agent')
      const subject = `${fileNames.renewals} ${agent}`
      await parts.audit.write({ actor: who.login, action: 'sheet.export', subject })
      return download(fileNames.renewals, format, bytes)
    },
    'POST /sheets/check': async ({ body, who }) => {
      const { errors, seal, conflicts, remarks, ...plan } = await planned(parts, body, who)
      return {
        ...counted(plan),
        ...{ errors: firstOf(errors), conflicts: some(conflicts), remarks: firstOf(remarks) },
        wrong: errors.length,
        checked: errors.length === 0 ? seal : undefined,
      }
    },
    'POST /sheets/import': async ({ body, who }) => {
      const plan = await planned(parts, body, who)
      if (plan.errors.length > 0 || plan.seal !== body.checked) throw new Refused(409, MOVED_ON, 'checked')
      await parts.audit.write({ actor: who.login, ...importLine(body.kind, plan) })
      const { notes, ...kept } = await plan.keep(`${who.role} ${who.login}`)
      return { ...counted(plan), ...kept, notes: [...notes] }
    },
  })
}

/** The register knows no provinces: who has only one does not see, or change, the others'. */
function ofTheWhole({ province, commune }: SignedIn): void {
  if (province !== undefined || commune !== undefined) throw new Refused(403, WHOLE)
}

async function planned(parts: SheetParts, { kind, file }: { kind: SheetKind; file: string }, who: SignedIn) {
  if (kind !== 'answers') ofTheWhole(who)
  const plan = await parts.plan(kind, Buffer.from(file, 'base64'), who.login)
  if ('say' in plan) throw new Refused(422, `Chưa đọc được: ${plan.say}.`, 'file')
  return plan
}

const firstOf = (errors: readonly CellError[]) => errors.slice(0, MOST_ERRORS).map((error) => ({ ...error }))

const some = (codes: readonly string[]) => ({ count: codes.length, first: codes.slice(0, MOST_CODES) })

const counted = ({ rows, fresh, changed, same }: SheetCounts) => ({
  ...{ rows, same, fresh: some(fresh), changed: some(changed) },
})

/** Which codes are new and which become another; the file itself is kept nowhere, its hash is. */
function importLine(kind: SheetKind, { rows, fresh, changed, same, seal }: SheetPlan) {
  const few = (codes: readonly string[]) =>
    codes.length === 0 ? '0' : `${codes.length}: ${codes.slice(0, MOST_CODES).join(', ')}`
  return {
    action: 'sheet.import',
    subject: fileNames[kind],
    after: {
      rows: `${rows}`,
      new: few(fresh),
      changed: few(changed),
      same: `${same}`,
      checked: seal.slice(0, 16),
    },
  }
}

const download = (name: string, format: Format, bytes: Uint8Array) =>
  new Download(`${name}.${format}`, types[format], bytes)
