import { utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { loadAllFaq } from '../../src/adapters/files/load-faq.ts'
import { readWorkbook } from '../../src/adapters/sheets/read-workbook.ts'
import type { AnswerDesk } from '../../src/answers/desk.ts'
import type { AnswerText } from '../../src/answers/revision.ts'
import { realDesk } from '../support/answer-desk.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { lockedXlsx } from '../support/locked-workbook.ts'
import { describeOnBothStores, openTestStore, type TestPlace } from '../support/store.ts'

const texts = loadAllFaq('.')
  .map(({ entry }) => entry)
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))
const [first, second, third] = texts as [AnswerText, AnswerText, AnswerText, ...AnswerText[]]
const none = { count: 0, first: [] }
type Rows = string[][]

await describeOnBothStores('answers in and out of the console', (newPlace) => {
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let mai: { login: string; cookie: string }
  let lan: { login: string; cookie: string }
  const clock = { now: () => new Date('2026-11-27T03:00:00Z') }
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    const answers: AnswerDesk = {
      ...{ ...realDesk(texts), revisions: store.revisions },
      published: async () => undefined,
    }
    site = await consoleSite(store, clock, { answers })
    const someone = async (province?: string) => {
      const account = await accountWith(store, 'officer', province === undefined ? {} : { province })
      return { login: account.login, cookie: await account.session() }
    }
    mai = await someone()
    lan = await someone('40')
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  const send = (
    what: 'check' | 'import',
    bytes: Buffer,
    { as = mai, ...more }: { as?: typeof mai; checked?: unknown } = {},
  ) =>
    site.call(`POST /sheets/${what}`, {
      cookie: as.cookie,
      body: { kind: 'answers', file: bytes.toString('base64'), ...more },
    })
  const check = async (bytes: Buffer, as = mai) => (await send('check', bytes, { as })).body
  const out = async (format: string, what = 'file', as = mai, kind = 'answers') => {
    const response = await fetch(`${site.url}/api/sheets/${what}?kind=${kind}&format=${format}`, {
      headers: { cookie: as.cookie, 'sec-fetch-site': 'same-origin' },
    })
    expect(response.status).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }
  /** The file that goes out, with some cells changed. */
  const edited = async (edit: (rows: Rows) => void) => {
    const rows = (readWorkbook(await out('xlsx'))[0]?.rows ?? []).map((row) => row.map(({ text }) => text))
    edit(rows)
    return workbook(rows)
  }
  const workbook = (rows: Rows, merges: readonly string[] = []) => {
    const sheet = utils.aoa_to_sheet(rows)
    sheet['!merges'] = merges.map((one) => utils.decode_range(one))
    return write(
      { SheetNames: ['Câu'], Sheets: { Câu: sheet } },
      { type: 'buffer', bookType: 'xlsx' },
    ) as Buffer
  }
  const put = (rows: Rows, id: string, title: string, value: string) => {
    const row = rows.find(([code]) => code === id)
    const at = rows[0]?.indexOf(title) ?? -1
    if (!row || at < 0) throw new Error(`no ${id}, ${title}`)
    row[at] = value
  }

  test('what goes out changes nothing when it comes in, in every format, and for a colleague bound to a province', async () => {
    for (const format of ['xlsx', 'csv', 'json'])
      expect(await check(await out(format), lan)).toMatchObject({
        ...{ rows: texts.length, fresh: none, changed: none, same: texts.length, wrong: 0 },
        ...{ conflicts: none, remarks: [] },
      })
    expect((await store.staff.audit.list({ action: 'sheet.export' }))[0]).toMatchObject({
      subject: 'cau-tra-loi',
    })
    expect(await check(await out('xlsx', 'template'))).toMatchObject({ wrong: 0, fresh: { count: 1 } })
  })

  test('drafts go out in the same columns, the newest of each answer, and come in as they are', async () => {
    const begin = (text: AnswerText, base: AnswerText | undefined, name: string) =>
      store.revisions.begin({ entry: text.id, name, text, base }, mai.login)
    const changed = { ...third, body: `${third.body}\n\nCâu thêm.` }
    const drafts = [
      await begin({ ...third, body: `${third.body}\n\nBản cũ hơn.` }, third, 'cũ'),
      await begin(changed, third, 'mới'),
      await begin(
        { ...second, id: 'cau-hoan-toan-moi', title: 'Một câu hoàn toàn mới' },
        undefined,
        'câu mới',
      ),
    ]
    const bytes = await out('xlsx', 'file', mai, 'drafts')
    const rows = (readWorkbook(bytes)[0]?.rows ?? []).map((row) => row.map(({ text }) => text))
    const body = rows[0]?.indexOf('Câu trả lời') ?? -1
    expect(rows.slice(1).map(([id]) => id)).toEqual(['cau-hoan-toan-moi', third.id].toSorted())
    expect(rows.find(([id]) => id === third.id)?.[body]).toBe(changed.body)
    expect(await check(bytes)).toMatchObject({ rows: 2, wrong: 0 })
    for (const { id, version } of drafts)
      await store.revisions.step({ id, version }, { do: 'drop' }, mai.login)
  })

  test('every wrong cell is named by row and column, its line in the cell too', async () => {
    const looked = await check(
      await edited((rows) => {
        put(rows, first.id, 'Câu trả lời', 'Bác đóng {khong-co-tham-so-nay} một tháng.')
        put(rows, second.id, 'Chủ đề', 'Chuyện trên trời')
        put(rows, second.id, 'Căn cứ', '41/2024/QH15 | Điều 36\n999/2030/QH99 | Điều 1')
        put(rows, third.id, 'Ngày đối chiếu', 'hôm qua')
        put(rows, third.id, 'Câu liên quan', 'khong-co-cau-nay')
        put(rows, third.id, 'Cách hỏi', 'một cách')
      }),
    )
    expect(looked).toMatchObject({
      wrong: 5,
      errors: [
        { row: 2, column: 'G (Câu trả lời)', say: 'không có tham số {khong-co-tham-so-nay}' },
        { row: 3, column: 'C (Chủ đề)', say: 'không có chủ đề "Chuyện trên trời"' },
        {
          row: 3,
          column: 'H (Căn cứ)',
          say: 'dòng thứ 2 trong ô: văn bản 999/2030/QH99 chưa có trong sổ văn bản',
        },
        { row: 4, column: 'F (Cách hỏi)', say: 'mới có 1, cần ít nhất 8, mỗi dòng một' },
        { row: 4, column: 'I (Ngày đối chiếu)' },
      ],
    })
    expect(looked).not.toHaveProperty('checked')
    const nowhere = await edited((rows) => put(rows, third.id, 'Câu liên quan', 'khong-co-cau-nay'))
    expect(await check(nowhere)).toMatchObject({ wrong: 1, errors: [{ row: 4, column: 'Câu liên quan' }] })
  })

  test('what differs becomes a draft of whoever brings it, once; nothing else is said by it, and a second person signs', async () => {
    const bytes = await edited((rows) =>
      put(rows, first.id, 'Câu trả lời', `${first.body}\n\nMột câu thêm vào.`),
    )
    const looked = await check(bytes)
    expect(looked).toMatchObject({
      changed: { count: 1, first: [first.id] },
      same: texts.length - 1,
      wrong: 0,
    })
    expect(await store.revisions.open()).toEqual([])
    const version = await store.revisions.version()
    const kept = await send('import', bytes, { checked: looked['checked'] })
    expect(kept).toMatchObject({ status: 200, body: { batch: '2026-11-27T03:00:00.000Z' } })
    expect(await store.revisions.version()).toBe(version)
    const [draft] = await store.revisions.openOf(first.id)
    expect(draft).toMatchObject({ state: 'draft', authors: [mai.login], base: first, name: 'Nhập từ tệp' })
    expect(draft?.text).toEqual({ ...first, body: `${first.body}\n\nMột câu thêm vào.` })
    expect((await send('import', bytes, { checked: looked['checked'] })).status).toBe(409)
    expect(await check(bytes)).toMatchObject({ changed: none, same: texts.length })
    const { body } = await site.call('GET /answer-drafts', { cookie: lan.cookie })
    expect(body['drafts']).toMatchObject([{ entry: first.id, batch: '2026-11-27T03:00:00.000Z' }])
    const seen = { version: draft?.version }
    const at = `/answer-drafts/${draft?.id}`
    expect((await site.call(`POST ${at}/submit`, { cookie: mai.cookie, body: seen })).status).toBe(200)
    const sent = { version: Number(draft?.version) + 1 }
    expect((await site.call(`POST ${at}/approve`, { cookie: mai.cookie, body: sent })).status).toBe(409)
    expect((await site.call(`POST ${at}/approve`, { cookie: lan.cookie, body: sent })).status).toBe(200)
    expect(await store.revisions.version()).toBe(version + 1)
  })

  test('an answer that somebody else is writing is left alone and said; one’s own draft is written over', async () => {
    const changed = (body: string) =>
      edited((rows) => put(rows, second.id, 'Câu trả lời', `${second.body}\n\n${body}`))
    const one = await changed('Lời của Mai.')
    await send('import', one, { checked: (await check(one))['checked'] })
    const other = await changed('Lời của Lan.')
    expect(await check(other, lan)).toMatchObject({
      ...{ changed: none, fresh: none, conflicts: { count: 1, first: [`${second.id} (${mai.login})`] } },
    })
    const again = await changed('Lời mới của Mai.')
    const looked = await check(again)
    expect(looked).toMatchObject({ changed: { count: 1 }, conflicts: none })
    expect((await send('import', again, { checked: looked['checked'] })).status).toBe(200)
    const drafts = await store.revisions.openOf(second.id)
    expect(drafts.map(({ text }) => text.body)).toEqual([`${second.body}\n\nLời mới của Mai.`])
  })

  test('a new answer without a code is called like its question; what the gate would stop is said before', async () => {
    const bytes = await edited((rows) => {
      const copy = [...(rows[3] ?? [])]
      rows.splice(1, rows.length, copy)
      put(rows, third.id, 'Câu hỏi', 'Câu mới tinh để thử?')
      put(rows, third.id, 'Câu trả lời', 'Bác đóng 297.000 đồng một tháng là được nhé.')
      copy[0] = ''
    })
    const looked = await check(bytes)
    expect(looked).toMatchObject({ fresh: { count: 1, first: ['cau-moi-tinh-de-thu'] }, same: 0 })
    expect(JSON.stringify(looked['remarks'])).toContain('Gõ số')
    expect(JSON.stringify(looked['remarks'])).toContain('"row":2')
  })

  test('a column the file lacks stays as it was; an emptied cell is emptied', async () => {
    const owned = { ...third, owner: 'Tổ truyền thông' }
    const desk = { ...realDesk([owned]), revisions: store.revisions }
    const other = await consoleSite(store, clock, { answers: desk })
    const session = mai.cookie
    const file = async (rows: Rows) => {
      const body = { kind: 'answers', file: workbook(rows).toString('base64') }
      return (await other.call('POST /sheets/check', { cookie: session, body })).body
    }
    const response = await fetch(`${other.url}/api/sheets/file?kind=answers`, {
      headers: { cookie: session, 'sec-fetch-site': 'same-origin' },
    })
    const [sheet] = readWorkbook(Buffer.from(await response.arrayBuffer()))
    const rows = (sheet?.rows ?? []).map((row) => row.map(({ text }) => text))
    const at = rows[0]?.indexOf('Người phụ trách') ?? -1
    expect(await file(rows.map((row) => row.toSpliced(at, 1)))).toMatchObject({ same: 1, changed: none })
    expect(await file(rows.map((row, i) => (i === 0 ? row : row.with(at, ''))))).toMatchObject({
      same: 0,
      changed: { count: 1 },
    })
    await other.close()
  })

  test('nasty files: locked, old fonts, merged rows, a formula, broken JSON; each refused or read kindly', async () => {
    const said = async (bytes: Buffer) => {
      const { status, body } = await send('check', bytes)
      return `${status} ${JSON.stringify(body)}`
    }
    expect(await said(lockedXlsx())).toContain('tệp có mật khẩu')
    const old = await edited((rows) => put(rows, first.id, 'Câu hỏi', 'B¶o hiÓm x· héi lµ g× thÕ?'))
    expect(await said(old)).toContain('phông cũ TCVN3')
    expect(await said(Buffer.from('[{"Mã": '))).toMatch(/^422 .*JSON hỏng/)
    expect(await said(Buffer.from('[{"Mã": {"a": 1}}]'))).toMatch(/^422 .*mục thứ 1.*Mã/)
    expect(await said(Buffer.from('[]'))).toMatch(/^422/)
    const rows = (readWorkbook(await out('xlsx'))[0]?.rows ?? [])
      .slice(0, 3)
      .map((row) => row.map(({ text }) => text))
    expect(await said(workbook(rows, ['A2:A3']))).toContain('trùng với dòng 2')
    const evil = await edited((all) => put(all, third.id, 'Người phụ trách', '=HYPERLINK("http://x")'))
    const looked = await check(evil)
    expect(looked).toMatchObject({ changed: { first: [third.id] } })
  })
})
