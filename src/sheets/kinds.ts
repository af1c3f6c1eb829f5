import {
  codeColumn,
  countColumn,
  dayColumn,
  optional,
  phoneColumn,
  readColumn,
  textColumn,
  wordColumn,
} from './columns.ts'
import { periodIn } from './period-in.ts'
import type { ReadCell, Row } from './table.ts'
import { programmeWords, stateWords } from './words.ts'

/** Reads a commune, by code or by name of today or before. */
export type CommuneReader = (text: string) => ReadCell<string>

/** Our title of a column, how else files call it ("a|b"), and a sample for the template. */
const about = (title: string, also: string, sample: string) => ({ title, also: also.split('|'), sample })

const agentCode = about('Mã nhân viên', 'Mã NV|Mã nhân viên thu|Mã đại lý|Mã NVT|Mã', 'NV001')
const pointCode = about('Mã điểm thu', 'Mã ĐT|Mã điểm|Điểm thu', 'DT001')
const organisation = about(
  'Tổ chức dịch vụ thu',
  'Tổ chức|Đơn vị|Tổ chức thu|Đại lý thu|TCDVT',
  'Bưu điện tỉnh',
)
const covered = about('Xã phụ trách', 'Xã, phường phụ trách|Địa bàn|Xã phường|Xã|Mã xã', 'Xã Kim Liên')
const HOURS = 'Thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ'
const MOST_LEADS = 500
const MOST_PARTICIPANTS = 1_000_000

/** The columns of each kind of file, in the order of its template. */
export function columnsWith(commune: CommuneReader) {
  return {
    agents: agentColumns(commune),
    points: pointColumns(commune),
    coverage: { agent: codeColumn(agentCode), communes: readColumn(covered, severalOf(commune)) },
    targets: targetColumns,
  }
}

function agentColumns(commune: CommuneReader) {
  const trained = 'Hạn tập huấn|Hạn chứng chỉ|Hạn chứng nhận|Ngày hết hạn chứng nhận|Tập huấn đến'
  const states = stateWords.agent
  return {
    id: codeColumn(agentCode),
    name: textColumn(about('Họ và tên', 'Họ tên|Tên nhân viên|Tên|Họ tên nhân viên thu', 'Nguyễn Thị Mẫu')),
    phone: phoneColumn(about('Số điện thoại', 'SĐT|Số ĐT|Điện thoại|Di động|ĐT', '0912345678')),
    email: optional(textColumn(about('Email', 'Thư điện tử|E-mail', ''))),
    organisation: textColumn(organisation),
    point: codeColumn(pointCode),
    communes: readColumn({ ...covered, sample: 'Xã Kim Liên; Xã Nam Đàn' }, severalOf(commune)),
    cardNumber: codeColumn(about('Số thẻ', 'Số thẻ nhân viên|Số thẻ NVT|Thẻ', 'NA-0001')),
    state: optional(wordColumn(about('Tình trạng', 'Trạng thái', 'đang hoạt động'), states)),
    trainedUntil: optional(dayColumn(about('Ngày hết hạn tập huấn', trained, '31/12/2027'))),
    capacity: optional(countColumn(about('Số phiếu tối đa', 'Số phiếu|Tối đa', '20'), MOST_LEADS)),
  }
}

function pointColumns(commune: CommuneReader) {
  const states = stateWords.point
  return {
    id: codeColumn(pointCode),
    name: textColumn(about('Tên điểm thu', 'Tên điểm|Tên', 'Điểm thu Bưu điện xã Kim Liên')),
    organisation: textColumn(organisation),
    commune: readColumn(about('Xã, phường', 'Xã|Xã phường|Xã/phường|Mã xã', 'Xã Kim Liên'), commune),
    address: textColumn(about('Địa chỉ', 'Địa điểm|Nơi thu', 'Xóm Mậu 1')),
    hours: textColumn(about('Giờ mở', 'Giờ mở cửa|Giờ làm việc|Thời gian', HOURS)),
    state: optional(wordColumn(about('Tình trạng', 'Trạng thái', 'đang hoạt động'), states)),
  }
}

const targetColumns = {
  of: wordColumn(about('Giao cho', 'Đối tượng|Cấp|Loại đơn vị', 'Nhân viên'), stateWords.subject),
  id: textColumn(about('Mã hoặc tên xã', 'Mã|Mã đơn vị|Mã nhân viên|Đơn vị|Tên xã', 'NV001')),
  programme: wordColumn(
    about('Loại hình', 'Loại|Chương trình|Loại bảo hiểm', 'BHXH tự nguyện'),
    programmeWords,
  ),
  period: readColumn(about('Kỳ', 'Thời gian|Tháng|Kỳ giao', '2026-12'), periodIn),
  plan: countColumn(about('Chỉ tiêu', 'Kế hoạch|Số người|Chỉ tiêu giao|KH', '20'), MOST_PARTICIPANTS),
}

type SheetColumns = ReturnType<typeof columnsWith>
export type ImportKind = keyof SheetColumns
export type RowOf<Kind extends ImportKind> = Row<SheetColumns[Kind]>
export const importKinds = [
  'agents',
  'points',
  'coverage',
  'targets',
] as const satisfies readonly ImportKind[]

/** "Xã Kim Liên; Xã Nam Đàn", or with commas when there is no semicolon; the first that is not known is told. */
function severalOf(commune: CommuneReader) {
  return (text: string): ReadCell<readonly string[]> => {
    const cut = /[;\n]/.test(text) ? /[;\n]/ : /,/
    const parts = text.split(cut).map((part) => part.trim())
    const codes = new Set<string>()
    for (const part of parts.filter((one) => one !== '')) {
      const read = commune(part)
      if ('error' in read) return read
      codes.add(read.value)
    }
    return { value: [...codes] }
  }
}
