import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { DecreeForm } from '../../src/decrees/form.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { decreeDeskOver } from '../support/decree-desk.ts'
import { decreeRow, fakeDecree } from '../support/decrees.ts'
import { describeOnBothStores, movableClock, openTestStore, type TestPlace } from '../support/store.ts'

const hostile = '<img src=x onerror=alert(1)>"\'`${7*7}'
type Shown = { id: number; version: number; state: string; form: DecreeForm }

await describeOnBothStores('decrees through the API', (newPlace) => {
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let [hoa, minh] = ['', '']
  let citing: readonly string[] = []
  const clock = movableClock()
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    site = await consoleSite(store, clock, {
      decrees: decreeDeskOver(store, { answersOn: async () => citing }),
    })
    hoa = await (await accountWith(store, 'officer')).session()
    minh = await (await accountWith(store, 'officer')).session()
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  const call = (key: string, cookie: string, body?: unknown) => site.call(key, { cookie, body })
  const find = async (id: number) =>
    (await call(`GET /decrees/${id}`, hoa)).body as unknown as {
      decree: Shown
      maySign: boolean
      isMoved: boolean
    }
  const written = async (form: DecreeForm, name = 'Tăng lương') => {
    const { id } = (await call('POST /decrees', hoa, { parameter: 'base-salary' })).body as { id: number }
    const { version } = (await find(id)).decree
    const put = await call(`PUT /decrees/${id}`, hoa, { version, name, form })
    expect(put.status, JSON.stringify(put.body)).toBe(200)
    return id
  }
  const step = async (what: string, id: number, cookie: string, more: object = {}) => {
    const { version } = (await find(id)).decree
    return call(`POST /decrees/${id}/${what}`, cookie, { version, ...more })
  }
  const values = async (name: string) =>
    ((await call(`GET /parameters/${name}`, hoa)).body as unknown as { values: Record<string, unknown>[] })
      .values
  const say = ({ body }: { readonly body: object }) => (body as { error?: { say: string } }).error?.say ?? ''

  test('entered, seen with its effect, confirmed by another as two sources, listed, taken back', async () => {
    const id = await written(fakeDecree)
    const checked = await step('check', id, hoa)
    expect(checked.body).toMatchObject({
      passed: true,
      rows: [
        {
          label: 'Mức lương cơ sở',
          again: '2 triệu 800 nghìn đồng',
          before: '2.530.000 đồng, từ 01/07/2026',
        },
      ],
    })
    expect((await step('submit', id, hoa)).status).toBe(200)
    expect(await step('approve', id, hoa)).toMatchObject({ status: 409 })
    expect((await step('approve', id, minh, { secondRead: 'Công báo điện tử' })).status).toBe(200)
    expect((await values('base-salary'))[0]).toMatchObject({
      ...{ value: '2.800.000 đồng', from: '2027-07-01', certainty: 'confirmed', decree: id },
      title: 'Nghị định thử về mức lương cơ sở',
    })
    expect((await values('base-salary'))[1]).toMatchObject({ until: '2027-06-30' })
    const listed = await call('GET /parameters?find=muc luong co so&state=changing', hoa)
    expect(JSON.stringify(listed.body)).toContain('2.800.000 đồng')
    citing = ['Lương cơ sở là bao nhiêu?']
    expect(say(await step('take-back', id, minh, { why: 'thử xong rồi' }))).toContain('đang dẫn văn bản')
    citing = []
    expect((await step('take-back', id, minh, { why: 'thử xong rồi' })).status).toBe(200)
    expect((await values('base-salary'))[0]).toMatchObject({ value: '2.530.000 đồng' })
    const again = (await call('POST /decrees', hoa, { like: id })).body as { id: number }
    expect((await find(again.id)).decree.form).toEqual(fakeDecree)
    expect((await step('drop', again.id, hoa)).status).toBe(200)
  })

  test('one source stays one source, and what is unsure stays unsure whatever the second person read', async () => {
    const rows = [
      decreeRow({
        certainty: 'unconfirmed',
        note: 'mới thấy trên báo',
        act: '161/2026/NĐ-CP',
        value: '2,6 triệu',
      }),
    ]
    const id = await written({ ...fakeDecree, rows, documents: [] })
    await step('submit', id, hoa)
    expect((await step('approve', id, minh, { secondRead: 'một tờ báo nữa' })).status).toBe(200)
    expect((await values('base-salary'))[0]).toMatchObject({ certainty: 'unconfirmed' })
    await step('take-back', id, minh, { why: 'chưa có văn bản' })
  })

  test('what the checks block is not sent, and the first reason is said', async () => {
    const id = await written({ ...fakeDecree, rows: [decreeRow({ place: '' })] })
    const refused = await step('submit', id, hoa)
    expect([refused.status, say(refused)]).toEqual([
      422,
      'Chưa gửi được. Mức lương cơ sở: chưa ghi điều, khoản.',
    ])
    expect((await step('check', id, hoa)).body).toMatchObject({ passed: false, citizens: [] })
  })

  test('a day that has come while it waited blocks the signature', async () => {
    let today = '2026-11-27' as const as `${number}-${number}-${number}`
    const late = await consoleSite(store, clock, { decrees: decreeDeskOver(store, { today: () => today }) })
    const id = await written(fakeDecree)
    await step('submit', id, hoa)
    today = '2027-07-01'
    const { version } = (await find(id)).decree
    const refused = await late.call(`POST /decrees/${id}/approve`, { cookie: minh, body: { version } })
    expect([refused.status, say(refused)]).toEqual([422, expect.stringContaining('phải sau hôm nay')])
    await late.close()
    await step('reopen', id, hoa)
    await step('drop', id, hoa)
  })

  test('two editors: the second is refused, and sees the first one’s', async () => {
    const id = await written(fakeDecree)
    const { version } = (await find(id)).decree
    const put = (name: string, cookie: string) =>
      call(`PUT /decrees/${id}`, cookie, { version, name, form: fakeDecree })
    expect((await put('của Hoa', hoa)).status).toBe(200)
    expect((await put('của Minh', minh)).status).toBe(409)
  })

  test('a value is read back as it was understood, or not at all', async () => {
    const read = async (typed: string) =>
      (await call('POST /value-reading', hoa, { name: 'base-salary', typed })).body
    expect(await read('2,53 triệu')).toEqual({ printed: '2.530.000 đồng', again: '2 triệu 530 nghìn đồng' })
    expect(await read('2.53')).toEqual({})
    expect((await call('POST /value-reading', hoa, { name: 'khong-co', typed: '1' })).status).toBe(404)
  })

  test('hostile text in every field comes back as text, and blocks rather than breaks', async () => {
    const rows = [decreeRow({ value: hostile, act: hostile, place: hostile, note: hostile })]
    const documents = fakeDecree.documents.map((one) => ({
      ...{ ...one, number: hostile, title: hostile, issuer: hostile, replaces: [hostile] },
    }))
    const id = await written({ rows, documents, read: hostile }, hostile)
    expect((await find(id)).decree.form.rows[0]).toMatchObject({ value: hostile, act: hostile })
    expect((await step('check', id, hoa)).body).toMatchObject({ passed: false })
    expect((await step('submit', id, hoa)).status).toBe(422)
    expect((await call('GET /parameters/constructor', hoa)).status).toBe(404)
    expect((await call('GET /decrees/1e3', hoa)).status).toBe(404)
  })
})
