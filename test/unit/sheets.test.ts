import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { utils, write } from '@e965/xlsx'
import { loadPlaced } from '../../src/adapters/files/load-places.ts'
import { lockedOds, lockedXlsx } from '../support/locked-workbook.ts'
import { readWorkbook } from '../../src/adapters/sheets/read-workbook.ts'
import { writeWorkbook } from '../../src/adapters/sheets/write-workbook.ts'
import { communeReader } from '../../src/operator/sheets/commune-reader.ts'
import { exportKinds, templateSheet } from '../../src/operator/sheets/export-sheet.ts'
import { errorInWords } from '../../src/sheets/cell.ts'
import { columnsWith, importKinds, type ImportKind } from '../../src/sheets/kinds.ts'
import { readTable } from '../../src/sheets/table.ts'

const { places } = loadPlaced('.')
const columns = columnsWith(communeReader(places, '40'))
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'sheets', name))
const tableIn = <Kind extends ImportKind>(kind: Kind, bytes: Buffer) => {
  const [sheet] = readWorkbook(bytes)
  if (!sheet) throw new Error('no sheet')
  return atOnce(readTable(sheet, columns[kind]))
}

/** All steps of some work, one after the other. */
function atOnce<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
const csv = (...lines: readonly string[]) => Buffer.from(lines.join('\n'), 'utf8')
const saidOf = (kind: ImportKind, bytes: Buffer) => tableIn(kind, bytes).errors.map(errorInWords)

/** What the people in test/fixtures/sheets/nhan-vien.fods are. */
const agents = [
  [
    'MN-1',
    'Nguyễn Thị Ánh',
    '+84912345678',
    'Bưu điện tỉnh Nghệ An (mẫu)',
    ['17971', '16681'],
    '2027-12-31',
    'active',
    15,
  ],
  [
    'MN-2',
    'Trần Văn Đũng',
    '+84987654321',
    'Bưu điện tỉnh Nghệ An (mẫu)',
    ['17971'],
    '2027-06-30',
    'suspended',
    20,
  ],
  [
    'MN-3',
    'Moong Thị Khẵm',
    '+842383841234',
    'Hội Nông dân (mẫu)',
    ['16681'],
    '2027-01-05',
    undefined,
    undefined,
  ],
]

describe('files made by LibreOffice', () => {
  test.each(['nhan-vien.xlsx', 'nhan-vien.ods', 'nhan-vien.xls'])(
    '%s: every row and every accent, whatever stands above the titles, merged, as a day or as a number',
    (name) => {
      const { rows, errors } = tableIn('agents', fixture(name))
      expect(errors).toEqual([])
      const read = rows.map(({ row }) => [
        ...[
          row.id,
          row.name,
          row.phone,
          row.organisation,
          row.communes,
          row.trainedUntil,
          row.state,
          row.capacity,
        ],
      ])
      expect(read).toEqual(agents)
      expect(rows.map(({ at }) => at)).toEqual([5, 6, 8])
    },
  )

  test('as CSV a merged cell is empty below, and that is said by row and column', () => {
    const { rows, errors } = tableIn('agents', fixture('nhan-vien.csv'))
    expect(errors.map(errorInWords)).toEqual([
      'Bảng "Sheet1", dòng 6, cột E (Tổ chức dịch vụ thu): còn trống',
    ])
    expect(rows.map(({ row }) => [row.id, row.name, row.phone])).toEqual([
      agents[0]?.slice(0, 3),
      agents[2]?.slice(0, 3),
    ])
  })

  test('points and targets by the titles people use', () => {
    const points = tableIn('points', fixture('diem-thu.xlsx'))
    expect(points.errors).toEqual([])
    expect(points.rows.map(({ row }) => [row.id, row.commune, row.state])).toEqual([
      ['D-1', '17971', 'active'],
      ['D-2', '16681', 'closed'],
    ])
    const targets = tableIn('targets', fixture('chi-tieu.xlsx'))
    expect(targets.errors).toEqual([])
    expect(targets.rows.map(({ row }) => [row.of, row.programme, row.period.key, row.plan])).toEqual([
      ['province', 'voluntary', '2026-12', 100],
      ['agent', 'voluntary', '2026-12', 30],
      ['agent', 'voluntary', '2026-12', 1000],
      ['commune', 'household-health', '2026-Q4', 50],
    ])
  })
})

describe('what is wrong is said where it stands', () => {
  const titles = 'Mã NV,Họ tên,SĐT,Đơn vị,Mã ĐT,Địa bàn,Số thẻ,Hạn chứng chỉ'
  const row = (changes: Readonly<Record<number, string>>) =>
    ['X1', 'Lê Mẫu', '0912345678', 'Bưu điện', 'd', 'Xã Kim Liên', 'T1', '31/12/2027']
      .map((cell, at) => `"${changes[at] ?? cell}"`)
      .join(',')

  test.each([
    [{ 2: '123' }, 'cột C (Số điện thoại): "123" không phải một số điện thoại Việt Nam'],
    [{ 5: 'Xã Không Có' }, 'cột F (Xã phụ trách): không nhận ra xã "Xã Không Có"'],
    [{ 5: '99999' }, 'cột F (Xã phụ trách): không có xã mã 99999'],
    [{ 7: '31/02/2027' }, 'cột H (Ngày hết hạn tập huấn): "31/02/2027" không phải một ngày'],
    [{ 0: 'a b' }, 'cột A (Mã nhân viên): mã "a b" chỉ gồm'],
    [{ 1: '' }, 'cột B (Họ và tên): còn trống'],
  ])('%j', (changes, said) => {
    const errors = saidOf('agents', csv(titles, row({}), row(changes)))
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(`dòng 3, ${said}`)
  })

  test.each([
    ['Excel', lockedXlsx],
    ['LibreOffice', lockedOds],
  ])('a workbook that %s has locked with a password is refused, and it is said what to do', (_, locked) => {
    expect(() => readWorkbook(locked())).toThrow('tệp có mật khẩu; bỏ mật khẩu rồi gửi lại')
  })

  test('a file without its titles, in an old font, not in UTF-8, locked away or no table at all', () => {
    expect(saidOf('agents', csv('a,b', '1,2'))[0]).toContain('không thấy dòng tiêu đề có cột "Mã nhân viên"')
    expect(saidOf('agents', csv(titles, row({ 1: 'NguyÔn ThÞ Hµ' })))[0]).toContain('phông cũ TCVN3')
    expect(saidOf('agents', csv(titles, row({ 1: 'Nguyeãn Thò Haø' })))[0]).toContain('phông cũ VNI')
    expect(() => readWorkbook(Buffer.from([0x4d, 0xe3, 0x20, 0x4e, 0x56]))).toThrow('không phải UTF-8')
    expect(() => readWorkbook(Buffer.from('PK\u0003\u0004 not a zip'))).toThrow('không phải bảng tính')
    const ole = Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.alloc(600)])
    expect(() => readWorkbook(ole)).toThrow('hỏng')
  })

  test('a BOM, semicolons, tabs, empty rows and UTF-16 change nothing', () => {
    const plain = tableIn('agents', csv(titles, row({}))).rows[0]?.row
    const text = [titles, row({}), ',,,,,,,'].join('\r\n')
    expect(plain?.name).toBe('Lê Mẫu')
    for (const bytes of [
      Buffer.from(`\uFEFF${text}`, 'utf8'),
      Buffer.from(text.replaceAll(',', ';'), 'utf8'),
      Buffer.from(text.replaceAll(',', '\t'), 'utf8'),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text.normalize('NFD'), 'utf8'),
    ]) {
      const { rows, errors } = tableIn('agents', bytes)
      expect(errors).toEqual([])
      expect(rows.map(({ row: read }) => read)).toEqual([plain])
    }
  })

  test('days as serials, of Windows and of old Macs', () => {
    const sheet = utils.aoa_to_sheet([
      titles.split(','),
      ['X1', 'Lê Mẫu', 912345678, 'B', 'd', 17971, 'T1', 46_752],
    ])
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'S')
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer // the library says any
    expect(tableIn('agents', bytes).rows[0]?.row).toMatchObject({
      trainedUntil: '2027-12-31',
      phone: '+84912345678',
    })
    const [read] = readWorkbook(bytes)
    const mac = { name: 'S', rows: read?.rows ?? [], is1904: true }
    expect(atOnce(readTable(mac, columns.agents)).rows[0]?.row.trainedUntil).toBe('2032-01-01')
  })
})

describe('what leaves as a file', () => {
  test.each(['xlsx', 'csv'] as const)('%s: nothing is worked out on the machine that opens it', (format) => {
    const evil = ['=1+1', '+84912345678', '-2', '@SUM(A1)', '\tx', 'bình thường', 'Nguyễn Thị Ánh']
    const bytes = writeWorkbook({ name: 'S', titles: ['A'], rows: evil.map((cell) => [cell]) }, format)
    const [sheet] = readWorkbook(bytes)
    const cells = sheet?.rows.slice(1).map(([cell]) => cell?.text)
    expect(cells?.filter((text) => /^[=+\-@]/.test(text ?? ''))).toEqual([])
    expect(cells?.slice(-2)).toEqual(['bình thường', 'Nguyễn Thị Ánh'])
    expect(cells?.[0]).toBe("'=1+1")
  })

  test('what was quoted comes back as it was', () => {
    const point = ['D-9', '=Điểm thu', 'Bưu điện', '17971', '-Xóm 1', '7h', '']
    const { titles } = templateSheet('points')
    const { rows, errors } = tableIn('points', writeWorkbook({ name: 'S', titles, rows: [point] }, 'csv'))
    expect(errors).toEqual([])
    expect(rows[0]?.row).toMatchObject({ name: '=Điểm thu', address: '-Xóm 1' })
  })

  test.each(importKinds)('the template of %s is a file that can be imported as it stands', (kind) => {
    for (const format of ['xlsx', 'csv'] as const) {
      const { rows, errors } = tableIn(kind, writeWorkbook(templateSheet(kind), format))
      expect(errors).toEqual([])
      expect(rows).toHaveLength(1)
    }
    expect(exportKinds).toContain(kind)
  })
})

describe('large files', () => {
  const header = ['Mã NV', 'Họ tên', 'SĐT', 'Đơn vị', 'Mã ĐT', 'Địa bàn', 'Số thẻ']
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => [
      ...[
        `NV${i}`,
        `Nguyễn Thị Mẫu ${i}`,
        `09${String(10_000_000 + i)}`,
        'Bưu điện',
        'd',
        'Xã Kim Liên',
        `T${i}`,
      ],
    ])

  test('10,000 rows are read within 15 seconds and 400 MB more; one more is refused', () => {
    const bytes = writeWorkbook({ name: 'S', titles: header, rows: many(10_000) }, 'xlsx')
    const before = { at: performance.now(), heap: process.memoryUsage().heapUsed }
    const { rows, errors } = tableIn('agents', bytes)
    const took = performance.now() - before.at
    const grown = (process.memoryUsage().heapUsed - before.heap) / 2 ** 20
    expect([rows.length, errors.length]).toEqual([10_000, 0])
    expect(took).toBeLessThan(15_000)
    expect(grown).toBeLessThan(400)
    process.stdout.write(`10,000 rows: ${Math.round(took)} ms, ${Math.round(grown)} MB\n`)
    const over = writeWorkbook({ name: 'S', titles: header, rows: many(10_001) }, 'csv')
    expect(saidOf('agents', over)[0]).toContain('nhiều hơn 10000 dòng')
  }, 60_000)

  test('a zip that says it holds more than any table is not unpacked', () => {
    const bytes = Buffer.from(writeWorkbook({ name: 'S', titles: ['a'], rows: [['b']] }, 'xlsx'))
    const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt32LE(0xf000_0000, entry + 24)
    expect(() => readWorkbook(bytes)).toThrow('tệp nén quá lớn')
  })
})
