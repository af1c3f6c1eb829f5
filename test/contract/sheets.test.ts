import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPlaced } from '../../src/adapters/files/load-places.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { readWorkbook } from '../../src/adapters/sheets/read-workbook.ts'
import { writeWorkbook } from '../../src/adapters/sheets/write-workbook.ts'
import { communeReader } from '../../src/operator/sheets/commune-reader.ts'
import { exportSheet, type ExportKind } from '../../src/operator/sheets/export-sheet.ts'
import { importSheet } from '../../src/operator/sheets/import-sheet.ts'
import { errorInWords } from '../../src/sheets/cell.ts'
import { importKinds, type ImportKind } from '../../src/sheets/kinds.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { describeOnBothStores, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

const { places, demo } = loadPlaced('.')
const commune = communeReader(places, '40')
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'sheets', name))

await describeOnBothStores('files into the store and out of it', (newPlace) => {
  let place: TestPlace
  let store: Store
  const now = new Date('2026-11-24T02:00:00Z')
  const clock = { now: () => now }

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo, false)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })
  const take = (kind: ImportKind, bytes: Buffer, dryRun = false) =>
    importSheet(kind, bytes, { store, commune, by: 'officer 1', dryRun })
  const out = (kind: ExportKind, agent?: string) =>
    exportSheet(kind, { store, places, agent, until: '2028-12-31' })

  test('what was written here, opened and saved again by LibreOffice, is every row and every accent', async () => {
    const { titles, rows } = await out('agents')
    for (const name of ['xuat-nhan-vien.ods', 'xuat-nhan-vien.xlsx']) {
      const [sheet] = readWorkbook(fixture(name))
      const read = sheet?.rows.map((row) => titles.map((_, at) => row[at]?.text ?? ''))
      expect(read).toEqual([titles, ...rows].map((row) => row.map((cell) => String(cell ?? ''))))
    }
  })

  test('a look writes nothing; then it is kept, and the same file again changes nothing', async () => {
    const before = await store.register.all()
    expect(await take('agents', fixture('nhan-vien.xlsx'), true)).toMatchObject({ rows: 3, errors: [] })
    expect(await store.register.all()).toEqual(before)
    await take('agents', fixture('nhan-vien.xlsx'))
    const first = await store.register.all()
    expect(first.agents.length).toBe(before.agents.length + 3)
    expect(first.agents.find(({ id }) => id === 'MN-1')).toMatchObject({
      ...{ name: 'Nguyễn Thị Ánh', phone: '+84912345678', email: 'anh@mau.vn', communes: ['16681', '17971'] },
      ...{ trainedUntil: '2027-12-31', capacity: 15, cardNumber: 'NA-0001', standing: { state: 'active' } },
    })
    await take('agents', fixture('nhan-vien.ods'))
    expect(await store.register.all()).toEqual(first)
  })

  test('everything that goes out comes in again as it was, as .xlsx and as .csv', async () => {
    await take('points', fixture('diem-thu.xlsx'))
    await take('targets', fixture('chi-tieu.xlsx'))
    const [register, targets] = [await store.register.all(), await store.targets.all()]
    for (const kind of importKinds)
      for (const format of ['xlsx', 'csv'] as const) {
        const { errors } = await take(kind, writeWorkbook(await out(kind), format))
        expect(errors.map(errorInWords)).toEqual([])
      }
    expect(await store.register.all()).toEqual(register)
    expect(await store.targets.all()).toEqual(targets)
  })

  test('one wrong cell and nothing is kept; what refers to nobody is said', async () => {
    const before = await store.register.all()
    const titles = 'Mã nhân viên,Họ và tên,SĐT,Tổ chức,Mã điểm thu,Xã,Số thẻ'
    const file = [
      titles,
      'Z1,Lê Mẫu,0912345678,B,diem-kim-lien-1,17971,Z1',
      'Z1,Lê Mẫu,0912345679,B,khong-co,17971,Z2',
    ]
    const { errors } = await take('agents', Buffer.from(file.join('\n')))
    expect(errors.map(errorInWords)).toEqual([
      'Bảng "Sheet1", dòng 3, cột Mã nhân viên: trùng với dòng 2',
      'Bảng "Sheet1", dòng 3, cột Mã điểm thu: chưa có điểm thu mã "khong-co"; nhập điểm thu trước',
    ])
    const lost = await take('coverage', Buffer.from('Mã NV,Xã\nkhong-ai,17971'))
    expect(lost.errors.map(({ say }) => say)).toEqual(['chưa có nhân viên thu mã "khong-ai"'])
    expect(await store.register.all()).toEqual(before)
  })

  test('an agent whom a file takes out of work loses their open leads at once; hours and reasons of others stay', async () => {
    await store.register.setQuiet('nv-02', { from: 1_200, until: 360 })
    await store.inbox.accept([typed('bác tệp', 'xin gọi 0975555555', now)], noBody)
    const [waiting] = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const person = String(waiting?.['person_id'])
    await answerMessages(workParts(store, { clock }), [{ id: person, key: person, isLastAttempt: false }])
    const [lead] = await rowsOf(store, 'lead')
    const agent = String(lead?.['agent_id'])
    const { titles, rows } = await out('agents')
    const stopped = rows.map((row) =>
      row[0] === agent ? row.map((cell, i) => (i === 8 ? 'Tạm dừng' : cell)) : row,
    )
    expect(await take('agents', writeWorkbook({ name: 'S', titles, rows: stopped }, 'xlsx'))).toMatchObject({
      moved: 1,
    })
    const [after] = await rowsOf(store, 'lead')
    expect(after?.['agent_id']).not.toBe(agent)
    expect((await store.register.all()).agents.find(({ id }) => id === 'nv-02')?.quiet).toEqual({
      from: 1_200,
      until: 360,
    })
  })

  test('coverage replaces what an agent covered, and plans that do not add up are told', async () => {
    await take('coverage', Buffer.from('Mã NV,Địa bàn\nMN-3,Xã Kim Liên\nMN-3,Phường Thành Vinh'))
    expect((await store.register.all()).agents.find(({ id }) => id === 'MN-3')?.communes).toEqual([
      '16681',
      '17971',
    ])
    const { notes } = await take('targets', fixture('chi-tieu.xlsx'))
    expect(notes).toEqual([
      'Tháng 12/2026, BHXH tự nguyện: tỉnh giao 100, cộng các nhân viên được 1030, giao thừa 930.',
    ])
  })

  test('leads go out without anybody in them; the renewal list only to its agent, and only who still agrees', async () => {
    const leads = await out('leads')
    expect(leads.rows.length).toBe(1)
    expect(JSON.stringify(leads)).not.toMatch(/cô Lan|75555555/)
    const [lead] = await rowsOf(store, 'lead')
    const [id, agent, person] = [
      String(lead?.['id']),
      String(lead?.['agent_id']),
      String(lead?.['person_id']),
    ]
    const work = store.agentWork({ mask: (text) => text })
    await work.act(agent, id, { do: 'accept' }, 'a')
    const outcome = { kind: 'joined', programme: 'voluntary', months: 12, from: '2026-12-31' } as const
    await work.act(agent, id, { do: 'outcome', outcome }, 'b')
    const due = await out('renewals', agent)
    expect(due.rows).toMatchObject([
      [
        lead?.['code'],
        'cô Lan',
        '0975555555',
        'Phường Thành Vinh, Nghệ An',
        'BHXH tự nguyện',
        '31/12/2026',
        12,
        '31/12/2027',
      ],
    ])
    expect((await out('renewals', 'nv-xx')).rows).toEqual([])
    await store.personalData.erase(person)
    expect((await out('renewals', agent)).rows).toEqual([])
  })
})
