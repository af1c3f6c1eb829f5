import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPlaced } from '../../src/adapters/files/load-places.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { readWorkbook } from '../../src/adapters/sheets/read-workbook.ts'
import { lockedXlsx } from '../support/locked-workbook.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { describeOnBothStores, openTestStore, type TestPlace } from '../support/store.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'sheets', name))
const csv = (...lines: readonly string[]) => Buffer.from(lines.join('\n'))
const points = (...rows: readonly string[]) => csv('Mã điểm thu,Tên điểm,Tổ chức,Xã,Địa chỉ,Giờ mở', ...rows)
const agents = (row: string) => csv('Mã nhân viên,Họ và tên,SĐT,Tổ chức,Mã điểm thu,Xã,Số thẻ', row)
const none = { count: 0, first: [] }

await describeOnBothStores('tables in and out of the console', (newPlace) => {
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let officer: string
  let admin: string
  let login: string
  const clock = { now: () => new Date('2026-11-27T03:00:00Z') }
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(loadPlaced('.').demo, false)
    site = await consoleSite(store, clock)
    const account = await accountWith(store, 'officer')
    login = account.login
    officer = await account.session()
    admin = await (await accountWith(store, 'admin')).session()
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  const send = (what: 'check' | 'import', kind: string, bytes: Buffer, more: object = {}) =>
    site.call(`POST /sheets/${what}`, {
      cookie: officer,
      body: { kind, file: bytes.toString('base64'), ...more },
    })
  const check = async (kind: string, bytes: Buffer) => (await send('check', kind, bytes)).body
  const said = async (kind: string, bytes: Buffer) => {
    const { status, body } = await send('check', kind, bytes)
    return `${status} ${JSON.stringify(body)}`
  }
  const get = (path: string, cookie: string) =>
    fetch(`${site.url}/api${path}`, { headers: { cookie, 'sec-fetch-site': 'same-origin' } })
  const rowsIn = async (response: Response) => {
    const [sheet] = readWorkbook(Buffer.from(await response.arrayBuffer()))
    return (sheet?.rows ?? []).map((row) => row.map(({ text }) => text))
  }

  test('a look changes nothing; what was looked at is kept, once, and the audit says by whom', async () => {
    const before = await store.register.all()
    const looked = await check('points', fixture('diem-thu.xlsx'))
    expect(looked).toMatchObject({ errors: [], wrong: 0, changed: none, same: 0 })
    expect(looked['fresh']).toMatchObject({ count: looked['rows'] })
    expect(await store.register.all()).toEqual(before)
    const { checked } = looked
    const kept = await send('import', 'points', fixture('diem-thu.xlsx'), { checked })
    expect(kept).toMatchObject({ status: 200, body: { rows: looked['rows'], moved: 0 } })
    expect((await store.register.all()).points.length).toBe(before.points.length + Number(looked['rows']))
    expect(await check('points', fixture('diem-thu.xlsx'))).toMatchObject({
      ...{ fresh: none, changed: none, same: looked['rows'] },
    })
    expect((await store.staff.audit.list({ action: 'sheet.import' }))[0]).toMatchObject({
      ...{ actor: login, subject: 'diem-thu' },
      changes: { rows: { to: String(looked['rows']) }, changed: { to: '0' } },
    })
    // the same look is spent: by now the file would do something else
    expect((await send('import', 'points', fixture('diem-thu.xlsx'), { checked })).status).toBe(409)
  })

  test('other bytes than those looked at, another kind, or a register that moved on: nothing is kept', async () => {
    const one = points('P1,Điểm Một,Bưu điện,Xã Kim Liên,Xóm 1,7 giờ')
    const { checked } = await check('points', one)
    const other = points('P1,Điểm Hai,Bưu điện,Xã Kim Liên,Xóm 1,7 giờ')
    expect((await send('import', 'points', other, { checked })).status).toBe(409)
    expect((await send('import', 'points', one)).status).toBe(422)
    expect((await send('import', 'points', one, { checked: '' })).status).toBe(409)
    const before = await store.register.all()
    expect(before.points.some(({ id }) => id === 'P1')).toBe(false)
    const now = await check('points', other)
    await send('import', 'points', other, { checked: now['checked'] })
    expect((await send('import', 'points', one, { checked })).status).toBe(409)
    expect((await store.register.all()).points.find(({ id }) => id === 'P1')?.name).toBe('Điểm Hai')
    expect(await check('points', one)).toMatchObject({ fresh: none, changed: { count: 1, first: ['P1'] } })
  })

  test('what comes out changes nothing when it comes in again', async () => {
    for (const kind of ['agents', 'points', 'coverage']) {
      const file = Buffer.from(await (await get(`/sheets/file?kind=${kind}`, officer)).arrayBuffer())
      expect(await check(kind, file)).toMatchObject({ fresh: none, changed: none, errors: [] })
    }
  })

  test('targets and what agents cover are counted as new, changed and the same', async () => {
    const target = (plan: number) =>
      csv('Giao cho,Mã,Loại hình,Kỳ,Chỉ tiêu', `Nhân viên,nv-01,BHXH tự nguyện,2026-12,${plan}`)
    const { checked, fresh } = await check('targets', target(20))
    expect(fresh).toEqual({ count: 1, first: ['Nhân viên nv-01, BHXH tự nguyện, 2026-12'] })
    await send('import', 'targets', target(20), { checked })
    expect(await check('targets', target(20))).toMatchObject({ fresh: none, changed: none, same: 1 })
    expect(await check('targets', target(21))).toMatchObject({ fresh: none, changed: { count: 1 } })
    const elsewhere = csv('Mã NV,Xã', 'nv-01,Phường Thành Vinh; Xã Nam Đàn; Xã Kim Liên')
    const looked = await check('coverage', elsewhere)
    expect(looked).toMatchObject({ changed: { count: 1, first: ['nv-01'] }, same: 0 })
    await send('import', 'coverage', elsewhere, { checked: looked['checked'] })
    expect(await check('coverage', elsewhere)).toMatchObject({ fresh: none, changed: none, same: 1 })
  })

  test('every wrong cell is named by row and column, and then there is nothing to import by', async () => {
    const looked = await check('agents', agents('Z1,Lê Mẫu,12,Bưu điện,khong-co,Xã Không Có Đâu,Z1'))
    expect(looked).toMatchObject({
      wrong: 2,
      errors: [
        { row: 2, column: 'C (Số điện thoại)', say: '"12" không phải một số điện thoại Việt Nam' },
        { row: 2, column: 'F (Xã phụ trách)' },
      ],
    })
    expect(looked).not.toHaveProperty('checked')
  })

  test('nasty files are refused kindly, each with what to do', async () => {
    expect(await said('agents', lockedXlsx())).toContain(
      '422 {"error":{"say":"Chưa đọc được: tệp có mật khẩu; bỏ mật khẩu rồi gửi lại."',
    )
    expect(await said('agents', agents('Z1,NguyÔn ThÞ Hµ,0912345678,B,diem,17971,Z1'))).toContain(
      'phông cũ TCVN3',
    )
    expect(await said('agents', agents('Z1,Nguyeãn Thò Haø,0912345678,B,diem,17971,Z1'))).toContain(
      'phông cũ VNI',
    )
    expect(await said('agents', Buffer.from('PK\u0003\u0004 not a zip'))).toMatch(
      /^422 .*không phải bảng tính/,
    )
    expect(await said('agents', Buffer.from([0x4d, 0xe3, 0x20]))).toMatch(/^422 .*UTF-8/)
    expect(await said('agents', Buffer.alloc(0))).toMatch(/^422 .*có nội dung/)
    expect(await said('agents', csv('', ' '))).toMatch(/^422 .*không có dòng nào/)
    const file = '!không phải base64!'
    expect(
      (await site.call('POST /sheets/check', { cookie: officer, body: { kind: 'agents', file } })).status,
    ).toBe(422)
  })

  test('4 MB are read; a byte more, and a body far too large, are refused', async () => {
    const MB = 1024 * 1024
    expect(await said('agents', Buffer.alloc(4 * MB, 'a'))).toMatch(/^200 .*không thấy dòng tiêu đề/)
    expect(await said('agents', Buffer.alloc(4 * MB + 3, 'a'))).toMatch(/^422 .*lớn hơn 4 MB/)
    expect((await send('check', 'agents', Buffer.alloc(8 * MB, 'a'))).status).toBe(413)
  })

  test('what a file names like a formula goes out as text', async () => {
    const bad = points('P9,"=HYPERLINK(""http://x"")",Bưu điện,Xã Kim Liên,+1+1,7 giờ')
    const { checked } = await check('points', bad)
    expect((await send('import', 'points', bad, { checked })).status).toBe(200)
    const text = await (await get('/sheets/file?kind=points&format=csv', officer)).text()
    expect(text).toContain("'=HYPERLINK")
    expect(text).toContain(",'+1+1,")
  })

  test('templates and tables come as files; a template can be filled in and sent', async () => {
    const template = await get('/sheets/template?kind=points', officer)
    expect(template.headers.get('content-disposition')).toContain('mau-diem-thu.xlsx')
    expect((await rowsIn(template))[0]?.[0]).toBe('Mã điểm thu (*)')
    const out = await get('/sheets/file?kind=agents', officer)
    expect(out.headers.get('content-type')).toContain('spreadsheetml')
    expect((await rowsIn(out)).length).toBe((await store.register.all()).agents.length + 1)
    expect((await rowsIn(await get('/sheets/file?kind=leads&format=csv', officer)))[0]?.[0]).toBe('Mã phiếu')
    const [line] = await store.staff.audit.list({ action: 'sheet.export' })
    expect(line).toMatchObject({ actor: login, subject: 'phieu' })
  })

  test("citizens' phones leave for an administrator only, and it is written down; a province's own see none of it", async () => {
    expect((await get('/sheets/renewals?agent=nv-01', officer)).status).toBe(403)
    const due = await get('/sheets/renewals?agent=nv-01', admin)
    expect((await rowsIn(due))[0]).toContain('Số điện thoại')
    expect((await store.staff.audit.list({ action: 'sheet.export' }))[0]?.subject).toBe('den-han nv-01')
    expect((await get('/sheets/renewals?agent=khong-ai', admin)).status).toBe(404)
    const local = await (await accountWith(store, 'admin', { province: '40' })).session()
    for (const path of ['/sheets/file?kind=agents', '/sheets/renewals?agent=nv-01'])
      expect((await get(path, local)).status).toBe(403)
    const body = { kind: 'points', file: points('P1,a,b,17971,c,d').toString('base64'), checked: 'x' }
    for (const what of ['check', 'import'])
      expect((await site.call(`POST /sheets/${what}`, { cookie: local, body })).status).toBe(403)
  })
})
