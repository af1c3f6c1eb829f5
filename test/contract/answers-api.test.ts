import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { GateReport } from '../../src/answers/gate.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { fileWatch } from '../../src/console/api/moved-files.ts'
import { answerText } from '../support/answers.ts'
import { answerDeskOver } from '../support/answer-desk.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'

const hostile = '<img src=x onerror=alert(1)>"\'`${7*7}'
const passing: GateReport = {
  ...{ passed: true, findings: [], changes: [], counts: { draft: 0, other: 0, choices: 0 } },
  golden: { asked: 1, before: 1, after: 1 },
}
const stopped: GateReport = {
  ...passing,
  passed: false,
  findings: [{ level: 'block', say: 'Hai câu giành một câu hỏi.' }],
}
type Draft = { id: number; version: number; state: string; text: Record<string, unknown> }

await describeOnBothStores('answers through the API', (newPlace) => {
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let [hoa, minh] = ['', '']
  let report = passing
  const clock = movableClock()
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    const workshop = {
      check: async () => report,
      warm: async () => undefined,
      tryOut: async () => ({ replies: [], session: '{}', why: undefined, steps: [] }),
      close: async () => undefined,
    }
    site = await consoleSite(store, clock, { answers: answerDeskOver(store, { workshop }) })
    hoa = await (await accountWith(store, 'officer')).session()
    minh = await (await accountWith(store, 'officer')).session()
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  const call = (key: string, cookie: string, body?: unknown) => site.call(key, { cookie, body })
  const draftOf = async (id: number) =>
    (await call(`GET /answer-drafts/${id}`, hoa)).body as unknown as {
      draft: Draft
      isMoved: boolean
      maySign: boolean
    }
  /** Begun by Hoa; `change` is put into its text. */
  const written = async (entry: string, change: object): Promise<Draft> => {
    const { id } = (await call('POST /answer-drafts', hoa, { entry })).body as { id: number }
    const { draft } = await draftOf(id)
    const put = await call(`PUT /answer-drafts/${id}`, hoa, {
      version: draft.version,
      name: 'Sửa lời',
      text: { ...draft.text, ...change },
    })
    expect(put.status, JSON.stringify(put.body)).toBe(200)
    return (put.body as unknown as { draft: Draft }).draft
  }
  const step = async (what: string, draft: Draft, cookie: string, more: object = {}) => {
    const { version } = (await draftOf(draft.id)).draft
    return call(`POST /answer-drafts/${draft.id}/${what}`, cookie, { version, ...more })
  }
  const now = async (id: string) =>
    ((await call(`GET /answers/${id}`, hoa)).body as unknown as { text: { body: string } }).text.body

  test('written, sent, signed by another, served, rolled back', async () => {
    const draft = await written('mot', { body: 'Lời mới đủ dài để gửi đi được.' })
    expect((await step('submit', draft, hoa)).status).toBe(200)
    expect(await now('mot')).toBe('Lời cũ.')
    const own = await step('approve', draft, hoa)
    expect(own.status).toBe(409)
    expect(JSON.stringify(own.body)).toContain('không tự duyệt')
    expect((await step('approve', draft, minh)).status).toBe(200)
    expect(await now('mot')).toBe('Lời mới đủ dài để gửi đi được.')
    expect((await call('POST /answers/mot/roll-back', minh, { to: null })).status).toBe(200)
    expect(await now('mot')).toBe('Lời cũ.')
    expect((await call('POST /answers/mot/roll-back', minh, { to: 999 })).status).toBe(404)
  })

  test('what the gate blocks is not sent, with the reason; and cannot be signed when it is blocked later', async () => {
    const draft = await written('hai', { body: 'Một lời khác đủ dài để gửi đi được.' })
    report = stopped
    const refused = await step('submit', draft, hoa)
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain('Hai câu giành một câu hỏi')
    expect((await draftOf(draft.id)).draft.state).toBe('draft')
    report = passing
    const again = await written('hai', { body: 'Một lời khác nữa đủ dài để gửi đi được.' })
    expect((await step('submit', again, hoa)).status).toBe(200)
    expect((await step('return', again, minh, { note: 'Thiếu hạn nộp' })).status).toBe(200)
    expect((await draftOf(again.id)).draft).toMatchObject({ state: 'draft', note: 'Thiếu hạn nộp' })
  })

  test('a file that says something else under a published revision is told in the list, until the two agree', async () => {
    const told = async () =>
      ((await call('GET /answers', hoa)).body as unknown as { moved: { id: string }[] }).moved.map(
        ({ id }) => id,
      )
    const draft = await written('mot', { body: 'Lời xuất bản đủ dài để gửi đi được.' })
    await step('submit', draft, hoa)
    await step('approve', draft, minh)
    expect(await told()).toEqual([])
    const [file, other] = [answerText('mot'), answerText('hai')]
    const after = (body: string) => answerDeskOver(store, { files: () => [{ ...file, body }, other] })
    for (const [body, ids] of [
      ['Lời của bản cài mới.', ['mot']],
      ['Lời xuất bản đủ dài để gửi đi được.', []],
      ['Lời cũ.', []],
    ] as const) {
      const desk = after(body)
      await desk.published()
      expect((await fileWatch(desk)()).map(({ id }) => id)).toEqual(ids)
    }
    const second = await written('mot', { body: 'Lời xuất bản lần hai, đủ dài để gửi đi.' })
    await step('submit', second, hoa)
    await step('approve', second, minh)
    const desk = after('Lời của bản cài mới.')
    await desk.published()
    expect(await fileWatch(desk)()).toMatchObject([{ id: 'mot' }])
    await call('POST /answers/mot/roll-back', minh, { to: null })
  })

  test('two editors: whoever saves on an old version is refused, and sees the other text', async () => {
    const draft = await written('hai', { body: 'Của Hoa, đủ dài để gửi đi được.' })
    const late = await call(`PUT /answer-drafts/${draft.id}`, minh, {
      ...{ version: draft.version - 1, name: 'Của Minh' },
      text: { ...draft.text, body: 'Của Minh, đủ dài để gửi đi được.' },
    })
    expect(late.status).toBe(409)
    expect((await draftOf(draft.id)).draft.text['body']).toContain('Của Hoa')
  })

  test('hostile text in every field is kept as words and given back as words', async () => {
    const text = {
      ...{ title: hostile, topics: [hostile], ask: [hostile], body: hostile, owner: hostile },
      ...{ law: [{ act: hostile, place: hostile }], related: [hostile], next: hostile },
    }
    const draft = await written('mot', text)
    expect((await draftOf(draft.id)).draft.text).toMatchObject(text)
    expect((await step('submit', draft, hoa)).status).toBe(422)
    const shown = await call('POST /answer-preview', hoa, { text: draft.text })
    expect(shown.status).toBe(200)
    const bad = await call(`PUT /answer-drafts/${draft.id}`, hoa, {
      version: 1,
      name: 'x',
      text: { id: '../../etc' },
    })
    expect(bad.status).toBe(422)
  })

  test('the list: by a question without tone marks, by what waits, with its time', async () => {
    const ask = async (query: string) =>
      (await call(`GET /answers?${query}`, hoa)).body as unknown as { answers: { id: string }[]; ms: number }
    expect((await ask('find=cau%20hoi%20mau%20hai')).answers.map(({ id }) => id)).toEqual(['hai'])
    expect((await ask('state=drafting')).answers.map(({ id }) => id).toSorted()).toEqual(['hai', 'mot'])
    expect((await ask('programme=pension')).answers).toEqual([])
    expect((await ask('')).ms).toBeLessThan(1_000)
  })

  test('a new answer begins with its question; every step is in the audit', async () => {
    const { id } = (await call('POST /answer-drafts', hoa, { title: 'Đi làm xa có mang thẻ không?' }))
      .body as { id: number }
    const { draft } = await draftOf(id)
    expect(draft.text).toMatchObject({ id: 'di-lam-xa-co-mang-the-khong', status: 'approved' })
    const refused = await step('submit', draft, hoa)
    expect(refused.status).toBe(422)
    expect((await step('drop', draft, hoa)).status).toBe(200)
    const actions = (await rowsOf(store, 'staff_audit')).map(({ action }) => String(action))
    for (const one of ['begin', 'save', 'submit', 'approve', 'publish', 'roll-back', 'return', 'drop'])
      expect(actions).toContain(`answer.${one}`)
  })
})
