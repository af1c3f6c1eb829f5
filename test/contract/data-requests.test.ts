import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSignedRequest } from '../../src/adapters/messenger/signed-request.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { receiveFromZalo } from '../../src/adapters/zalo/inbound.ts'
import { dataDeletion } from '../../src/http/data-deletion.ts'
import { ours, sampleBytes, signed } from '../support/channel-samples.ts'
import { serve } from '../support/serve.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed } from '../support/store-work.ts'

const SECRET = 'app-secret'
const issued_at = 1_795_334_400

function signedRequest(user_id: string, secret = SECRET, algorithm = 'HMAC-SHA256'): string {
  const body = Buffer.from(JSON.stringify({ algorithm, user_id, issued_at })).toString('base64url')
  return `${createHmac('sha256', secret).update(body).digest('base64')}.${body}`
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

test('a signed request is read with the secret of the app that signed it, and with no other', () => {
  expect(readSignedRequest(signedRequest('77'), SECRET)).toEqual({
    userId: '77',
    issuedAt: new Date(issued_at * 1_000),
  })
  expect(readSignedRequest(signedRequest('77', 'another'), SECRET)).toBeUndefined()
  expect(readSignedRequest(signedRequest('77', SECRET, 'none'), SECRET)).toBeUndefined()
  for (const odd of ['', '.', 'a.b', 'a.b.c', signedRequest('77').split('.')[1] ?? '']) {
    expect(readSignedRequest(odd, SECRET)).toBeUndefined()
  }
})

await describeOnBothStores('requests to be erased', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof serve>>
  let refused = 0

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    const router = dataDeletion({
      read: (text) => readSignedRequest(text, SECRET),
      pages: () => ['trang', '1088'],
      requests: store.dataRequests,
      doneBy: () => 'ngày 07/12/2026',
      dayOf: () => 'ngày 22/11/2026',
      publicUrl: 'https://an-sinh.vn',
      refused: () => void (refused += 1),
    })
    site = await serve({ parts: [{ at: '/xoa-du-lieu', router }] })
  })
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  const ask = (signed_request: string) =>
    fetch(`${site.url}/xoa-du-lieu`, { method: 'POST', body: new URLSearchParams({ signed_request }) })
  const codeOf = async (response: Response) =>
    ((await response.json()) as { confirmation_code: string }).confirmation_code
  const noticesOf = async () =>
    (await rowsOf(store, 'staff_notice')).filter(({ kind }) => kind === 'erase-request')

  test('Meta gets a code and a page; the page says by when, and later that it is done', async () => {
    await store.inbox.accept([typed('psid-1', 'xin chào', new Date(), 'messenger')], noBody)
    const answer = await ask(signedRequest('psid-1'))
    const { url, confirmation_code: code } = (await answer.json()) as {
      url: string
      confirmation_code: string
    }
    expect(url).toBe(`https://an-sinh.vn/xoa-du-lieu/${code}`)
    const page = async () => (await fetch(`${site.url}/xoa-du-lieu/${code}`)).text()
    expect(await page()).toContain('chậm nhất ngày 07/12/2026')
    expect(await store.dataRequests.open()).toMatchObject([{ code, isKnown: true }])
    expect(await noticesOf()).toMatchObject([{ detail: `meta-callback ${code}` }])
    expect(await store.dataRequests.done(code)).toBe(true)
    expect(await page()).toContain('Đã xoá xong')
    expect(await store.dataRequests.done(code)).toBe(false)
  })

  test('when it is done the talk is gone: nothing of what was said can be read any more', async () => {
    await store.inbox.accept([typed('psid-2', 'chuyện riêng', new Date(), 'messenger')], noBody)
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    const [talk] = await store.turns.load([person])
    const heard = talk?.waiting.map(({ id }) => id) ?? []
    const replies = [{ text: 'dạ', buttons: [] }]
    const turn = { person, version: 0, session: 's', answered: heard, heardAt: new Date(), replies } as const
    await store.turns.commit({ ...turn, channel: 'messenger', leads: [], notices: [], notes: [] })
    await store.inbox.accept([typed('psid-2', 'thêm nữa', new Date(), 'messenger')], noBody)
    await store.dataRequests.done(await codeOf(await ask(signedRequest('psid-2'))))
    const rows = [...(await rowsOf(store, 'session')), ...(await rowsOf(store, 'outbox'))]
    expect(rows.filter((row) => row['person_id'] === person)).toEqual([])
    const events = (await rowsOf(store, 'inbound_event')).filter((row) => row['person_id'] === person)
    expect(events).toEqual([])
    expect(await store.turns.load([person])).toEqual([])
  })

  test('the same request again has the same code, and the desk hears of it once', async () => {
    const before = (await noticesOf()).length
    const codes = [await codeOf(await ask(signedRequest('la'))), await codeOf(await ask(signedRequest('la')))]
    expect(new Set(codes).size).toBe(1)
    expect((await noticesOf()).length).toBe(before + 1)
    expect((await store.dataRequests.open()).find(({ code }) => code === codes[0])).toMatchObject({
      isKnown: false,
    })
  })

  test('nobody is made, and no id is kept in the open, by asking to be forgotten', async () => {
    const before = (await rowsOf(store, 'person')).length
    await ask(signedRequest('khong-ai-biet'))
    expect((await rowsOf(store, 'person')).length).toBe(before)
    expect(JSON.stringify(await rowsOf(store, 'data_request'))).not.toContain('khong-ai-biet')
  })

  test('a call that Meta did not sign is refused, alarmed, and leaves nothing', async () => {
    const before = await rowsOf(store, 'data_request')
    expect((await ask(signedRequest('psid-1', 'forged'))).status).toBe(400)
    expect((await fetch(`${site.url}/xoa-du-lieu`, { method: 'POST' })).status).toBe(400)
    expect(refused).toBe(2)
    expect(await rowsOf(store, 'data_request')).toEqual(before)
  })

  test('a code nobody has is a polite 404', async () => {
    const response = await fetch(`${site.url}/xoa-du-lieu/KHONGCO`)
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('Không thấy mã này'),
    ])
  })

  test('Zalo’s user_withdraw is such a request', async () => {
    const received = receiveFromZalo(signed('zalo', sampleBytes('zalo', 'webhook.user_withdraw')), ours.zalo)
    const told = received.kind === 'events' ? (received.observations ?? []) : []
    await store.observer.note(told)
    await store.observer.note(told)
    const open = (await store.dataRequests.open()).filter(({ source }) => source === 'zalo-withdraw')
    expect(open).toMatchObject([{ askedAt: ours.at, isKnown: false }])
  })
})
