import type { SheetOut } from '../../adapters/sheets/write-workbook.ts'
import type { Store } from '../../adapters/postgres/store.ts'
import { formatDay } from '../../conversation/format.ts'
import { inSlices, type Sliced } from '../../in-slices.ts'
import type { ListedLead } from '../../leads/lead-list.ts'
import type { LeadOutcome, LeadState } from '../../leads/lead.ts'
import type { Places } from '../../places/places.ts'
import type { Day } from '../../policy/values.ts'
import { columnsWith, importKinds, type ImportKind } from '../../sheets/kinds.ts'
import type { Column } from '../../sheets/table.ts'
import { programmeNamed, stateWords } from '../../sheets/words.ts'

export const exportKinds = [...importKinds, 'leads', 'renewals'] as const
export type ExportKind = (typeof exportKinds)[number]

export interface ExportParts {
  readonly store: Pick<Store, 'register' | 'targets' | 'leadList'>
  readonly places: Places
  /** Whose renewals, and until when. */
  readonly agent: string | undefined
  readonly until: Day
}

/** A kind as a table: what can be imported comes out in the very columns it goes in by. */
export async function exportSheet(kind: ExportKind, parts: ExportParts): Promise<SheetOut> {
  switch (kind) {
    case 'agents':
      return { ...titled('Nhân viên thu', kind), rows: await agentRows(parts) }
    case 'points':
      return { ...titled('Điểm thu', kind), rows: await pointRows(parts) }
    case 'coverage':
      return { ...titled('Xã phụ trách', kind), rows: await coverageRows(parts) }
    case 'targets':
      return { ...titled('Chỉ tiêu', kind), rows: await targetRows(parts) }
    case 'leads':
      return { name: 'Phiếu', titles: leadTitles, rows: await leadRows(parts) }
    case 'renewals':
      return { name: 'Đến hạn', titles: renewalTitles, rows: await renewalRows(parts) }
  }
}

/** An empty file to fill in, with one sample row that must be overwritten. */
export function templateSheet(kind: ImportKind): SheetOut {
  const columns = aboutColumns(kind)
  return {
    ...titled('Mẫu', kind),
    titles: columns.map(({ title, isRequired }) => (isRequired ? `${title} (*)` : title)),
    rows: [columns.map(({ sample }) => sample)],
  }
}

type AboutColumn = Pick<Column<unknown>, 'title' | 'isRequired' | 'sample'>

/** What the columns of a kind are called; their cells are nobody's business here. */
function aboutColumns(kind: ImportKind): readonly AboutColumn[] {
  const columns: Readonly<Record<string, AboutColumn>> = columnsWith(() => ({ value: '' }))[kind]
  return Object.values(columns)
}

function titled(name: string, kind: ImportKind) {
  const columns = aboutColumns(kind)
  return { name, titles: columns.map(({ title }) => title) }
}

const local = (phone: string | undefined) => phone?.replace(/^\+84/, '0')
const named = (places: Places, code: string) => {
  const commune = places.communeByCode.get(code)
  return commune ? `${commune.name}, ${places.provinceByCode.get(commune.province)?.name ?? ''}` : code
}

async function agentRows({ store }: ExportParts) {
  const { agents } = await store.register.all()
  return agents.map((one) => [
    ...[one.id, one.name, local(one.phone), one.email ?? '', one.organisation, one.point],
    ...[one.communes.join('; '), one.cardNumber, stateWords.agent[one.standing.state][0]],
    ...[one.trainedUntil ? formatDay(one.trainedUntil) : '', one.capacity],
  ])
}

async function pointRows({ store }: ExportParts) {
  const { points } = await store.register.all()
  return points.map((one) => [
    ...[one.id, one.name, one.organisation, one.commune, one.address, one.hours],
    stateWords.point[one.standing.state][0],
  ])
}

async function coverageRows({ store }: ExportParts) {
  const { agents } = await store.register.all()
  return agents.flatMap(({ id, communes }) => communes.map((commune) => [id, commune]))
}

async function targetRows({ store }: ExportParts) {
  const targets = await store.targets.all()
  return targets.map(({ of, id, programme, period, plan }) => [
    ...[stateWords.subject[of][0], id, programmeNamed(programme), period.key],
    plan,
  ])
}

const leadTitles = [
  'Mã phiếu',
  'Ngày nhận',
  'Xã, phường',
  'Loại hình',
  'Người giữ',
  'Tình trạng',
  'Kết quả',
  'Đánh giá',
]

const leadStateWords: Readonly<Record<LeadState, string>> = {
  offered: 'chờ nhận',
  accepted: 'đã nhận',
  contacted: 'đã gọi',
  closed: 'đã xong',
}
const outcomeWords: Readonly<Record<LeadOutcome, string>> = {
  'not-reached': 'chưa gọi được',
  'call-again': 'hẹn gọi lại',
  advised: 'đã tư vấn',
  'will-join': 'sẽ tham gia',
  joined: 'đã tham gia',
  'not-interested': 'không có nhu cầu',
  'wrong-number': 'sai số',
  'other-commune': 'chuyển xã khác',
  'erase-request': 'yêu cầu xoá',
}

async function leadRows({ store, places }: ExportParts) {
  return inSlices(leadCells(await store.leadList.all(), places))
}

/** A lead a step: a year's are tens of thousands. */
function* leadCells(leads: readonly ListedLead[], places: Places): Sliced<SheetOut['rows']> {
  const rows: SheetOut['rows'][number][] = []
  for (const { code, day, commune, programme, owner, state, outcome, rating } of leads) {
    rows.push([
      ...[code, formatDay(day), named(places, commune), programmeNamed(programme)],
      ...['name' in owner ? owner.name : 'Bàn trực tỉnh', leadStateWords[state]],
      ...[outcome === undefined ? '' : outcomeWords[outcome], rating],
    ])
    yield
  }
  return rows
}

const renewalTitles = [
  'Mã phiếu',
  'Cách xưng hô',
  'Số điện thoại',
  'Xã, phường',
  'Loại hình',
  'Từ ngày',
  'Số tháng',
  'Đến hạn',
]

async function renewalRows({ store, places, agent = '', until }: ExportParts) {
  const due = await store.leadList.renewals(agent, until)
  return due.map((one) => [
    ...[
      one.code,
      one.addressAs,
      local(one.phone) ?? '',
      named(places, one.commune),
      programmeNamed(one.programme),
    ],
    ...[formatDay(one.from), one.months, formatDay(one.due)],
  ])
}
