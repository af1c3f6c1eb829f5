import { writeWorkbook } from '../../../src/adapters/sheets/write-workbook.ts'
import type { RegisterEntries } from '../../../src/leads/register.ts'
import { AGENTS } from './fill.ts'

export const POINTS = 10_000

/** Agents whose plans and leads the dashboard tells of. */
export function agentsAndPoint(): RegisterEntries {
  const place = {
    organisation: 'Bưu điện tỉnh',
    commune: '16000',
    address: 'Xóm 1',
    hours: '7 giờ đến 17 giờ',
  }
  return {
    points: [{ id: 'diem', name: 'Điểm', ...place, standing: { state: 'active' } }],
    agents: Array.from({ length: AGENTS }, (_, n) => ({
      ...{ id: `nv${n}`, name: `Nhân viên ${n}`, phone: `+8491${String(2_000_000 + n)}`, cardNumber: `${n}` },
      ...{ organisation: place.organisation, point: 'diem', communes: [], standing: { state: 'active' } },
    })),
  }
}

/** A spreadsheet as a request carries it: as many rows as one may have. */
export function tableOfPoints(): string {
  const titles = ['Mã điểm thu', 'Tên điểm', 'Tổ chức', 'Xã', 'Địa chỉ', 'Giờ mở']
  const rows = Array.from({ length: POINTS }, (_, i) => [
    ...[`P${i}`, `Điểm thu số ${i}`, 'Bưu điện tỉnh', 'Xã Kim Liên', `Xóm ${i}`, '7 giờ đến 17 giờ'],
  ])
  return writeWorkbook({ name: 'Điểm thu', titles, rows }, 'xlsx').toString('base64')
}
