import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

await describeOnBothStores('the desk: what waits for somebody, and who works', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let officer: Awaited<ReturnType<typeof accountWith>>
  let cookie: string
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
    site = await consoleSite(store, clock)
    officer = await accountWith(store, 'officer')
    cookie = await officer.session()
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  let people = 0
  /** Somebody of Thành Vinh asks to be called. Answers the lead's row. */
  async function newLead() {
    people += 1
    await store.inbox.accept([typed(`bác ${people}`, `xin gọi 09${String(people).padStart(8, '0')}`)], noBody)
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await answerMessages(workParts(store, { clock }), [{ id: person, key: person, isLastAttempt: false }])
    return (await rowsOf(store, 'lead')).find((row) => row['person_id'] === person)
  }
  const get = async (path: string) => (await site.call(`GET ${path}`, { cookie })).body
  const post = (path: string, body: object) => site.call(`POST ${path}`, { cookie, body })
  interface Notice {
    readonly id: number
    readonly kind: string
    readonly lead?: { readonly code: string }
  }
  const notices = async (which: string) => (await get(`/notices?which=${which}`))['notices'] as Notice[]
  const actions = async (action: string) =>
    (await store.staff.audit.list({ action })).map(({ actor, subject, changes }) => ({
      actor,
      subject,
      changes,
    }))

  test('agents are found by name without tone marks, with what they hold', async () => {
    await newLead()
    const { agents } = await get('/agents?find=' + encodeURIComponent('nhan vien PHIEU a'))
    expect(agents).toMatchObject([{ id: 'a', state: 'active', capacity: expect.any(Number) as number }])
    expect((await get('/agents?resting=yes&find=phieu%20a'))['agents']).toEqual([])
    expect((await get('/points?find=diem-1'))['points']).toMatchObject([{ id: 'diem-1', state: 'active' }])
    expect((await get('/agents?find=khongcoai'))['agents']).toEqual([])
  })

  test('suspended: no leads at once, those they hold go on, and the audit says who, why, from what to what', async () => {
    const answered = await post('/agents/b/standing', { state: 'suspended', reason: 'hết hợp đồng' })
    expect(answered).toMatchObject({ status: 200, body: { moved: expect.any(Number) as number } })
    expect((await newLead())?.['agent_id']).toBe('a')
    const { body } = await post('/agents/a/standing', { state: 'suspended', reason: 'gọi 0912345678' })
    expect(body['moved']).toBeGreaterThan(0)
    const resting = (await get('/agents?resting=yes&find=phieu'))['agents'] as { id: string }[]
    expect(resting.map(({ id }) => id)).toEqual(expect.arrayContaining(['a', 'b']))
    const noted = await actions('agent.standing')
    expect(noted.map(({ actor, subject }) => [actor, subject])).toEqual([
      [officer.login, 'a'],
      [officer.login, 'b'],
    ])
    expect(noted[1]?.changes).toMatchObject({
      state: { from: 'active', to: 'suspended' },
      reason: { from: '', to: 'hết hợp đồng' },
    })
    expect((await newLead())?.['owner']).not.toBe('agent') // nobody left: a desk
  })

  test('what nobody could take waits on the list until somebody has seen to it, once', async () => {
    const lead = await newLead()
    const mine = (await notices('open')).find((one) => one.lead?.code === lead?.['code'])
    expect(mine).toMatchObject({ kind: 'lead-unassigned' })
    const id = String(mine?.id)
    expect((await post(`/notices/${id}/settle`, { answer: 'đã gọi bác' })).status).toBe(200)
    expect((await post(`/notices/${id}/settle`, { answer: null })).status).toBe(404)
    expect((await notices('open')).map((one) => String(one.id))).not.toContain(id)
    expect((await notices('done'))[0]).toMatchObject({
      kind: 'lead-unassigned',
      settled: { by: officer.login, answer: 'đã gọi bác' },
    })
    expect(await actions('notice.settle')).toMatchObject([{ subject: `lead-unassigned ${id}` }])
  })

  test.each([
    ['no reason', '/agents/a/standing', { state: 'active' }, 422],
    ['a state there is none of', '/agents/a/standing', { state: 'closed', reason: 'x' }, 422],
    [
      'a day that has passed',
      '/agents/a/standing',
      { state: 'on-leave', reason: 'x', until: '2020-01-01' },
      422,
    ],
    ['nobody', '/agents/khong-co/standing', { state: 'active', reason: 'x' }, 404],
    ['no such point', '/points/khong-co/standing', { state: 'closed', reason: 'x' }, 404],
    ['no number', '/notices/x/settle', { answer: null }, 404],
    ['a number beyond all', '/notices/99999999999999999999/settle', { answer: null }, 404],
  ] as const)('%s: refused, nothing changes', async (_, path, body, status) => {
    const before = await rowsOf(store, 'agent')
    expect((await post(path, body)).status).toBe(status)
    expect(await rowsOf(store, 'agent')).toEqual(before)
  })

  test('back at work: leads come again', async () => {
    expect((await post('/agents/a/standing', { state: 'active', reason: 'ký lại' })).body).toEqual({
      moved: 0,
    })
    expect((await newLead())?.['agent_id']).toBe('a')
  })
})
