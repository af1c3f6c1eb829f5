import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { tellAgents } from '../../src/work/tell-agents.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  tablesOf,
  type TestPlace,
} from '../support/store.ts'
import { fakeNotifier, noBody, typed, workParts } from '../support/store-work.ts'

const reason = { reason: 'gọi lại cho bà con như đã hẹn' }
const THERE = '16681'

await describeOnBothStores('the desks’ leads, through the API', (newPlace) => {
  const clock = movableClock()
  const { notifier, told } = fakeNotifier()
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  const cookies = new Map<string, string>()
  let people = 0

  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
    site = await consoleSite(store, clock)
    const accounts = [
      ['officer', 'officer', {}],
      ['lead', 'team-lead', { commune: THERE }],
      ['here', 'commune', { commune: THERE }],
      ['elsewhere', 'commune', { commune: '16690' }],
      ['placeless', 'commune', {}],
      ['placeless lead', 'team-lead', { province: '40' }],
      ['far officer', 'officer', { commune: '16690' }],
      ['far lead', 'team-lead', { commune: '16690' }],
      ['near officer', 'officer', { province: '40' }],
      ['agent a', 'agent', { agent: 'a' }],
      ['admin', 'admin', {}],
    ] as const
    for (const [who, role, more] of accounts)
      cookies.set(who, await (await accountWith(store, role, more)).session())
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  const parts = () => workParts(store, { clock, notifier })
  const job = (key: string) => [{ id: key, key, isLastAttempt: false }]
  const call = (who: string, key: string, body?: object) =>
    site.call(key, { cookie: cookies.get(who) ?? '', ...(body && { body }) })
  const list = async (who: string, query = '') =>
    (await call(who, `GET /leads${query}`)).body['leads'] as Record<string, unknown>[]
  const ids = async (who: string, query = '') => (await list(who, query)).map(({ id }) => id)
  const tap = (who: string, id: string, act: object, key: string = randomUUID()) =>
    call(who, `POST /leads/${id}/acts`, { key, act })
  const give = (who: string, id: string, to: object, key: string = randomUUID()) =>
    call(who, `POST /leads/${id}/give`, { key, ...to })
  const rowsFor = async (table: string, lead: string) =>
    (await rowsOf(store, table)).filter((row) => row['lead_id'] === lead)
  const leadRow = async (id: string) => (await rowsOf(store, 'lead')).find((row) => row['id'] === id)
  const auditOf = async (code: string, action: string) =>
    (await store.staff.audit.list({ subject: code, action })).map(({ changes }) => changes)

  /** Somebody asks to be called; whoever routing chooses has it. */
  async function newLead() {
    people += 1
    await store.inbox.accept([typed(`bác ${people}`, `xin gọi 09${String(people).padStart(8, '0')}`)], noBody)
    const person = String((await rowsOf(store, 'person')).at(-1)?.['id'])
    await answerMessages(parts(), job(person))
    const row = (await rowsOf(store, 'lead')).find((one) => one['person_id'] === person)
    return { id: String(row?.['id']), code: String(row?.['code']), agent: String(row?.['agent_id']), person }
  }

  async function whileNobodyWorks<T>(work: () => Promise<T>): Promise<T> {
    const both = (state: 'active' | 'suspended') =>
      Promise.all(['a', 'b'].map((agent) => store.register.setAgent(agent, { state }, 'test')))
    await both('suspended')
    const done = await work()
    await both('active')
    return done
  }

  /** While nobody there works: the province's desk has it. */
  async function deskLead() {
    const lead = await whileNobodyWorks(newLead)
    expect(await leadRow(lead.id)).toMatchObject({ owner: 'province-desk', agent_id: null })
    return lead
  }

  test('a lead without an agent is found, shown with a reason, called and closed; nothing personal without it', async () => {
    const { id, code } = await deskLead()
    expect(await ids('officer')).toContain(id)
    const card = await call('officer', `GET /leads/${id}`)
    expect(card.body).toMatchObject({
      ...{ code, state: 'offered', commune: 'Phường Thành Vinh', keeping: 'held', isByChat: false },
      owner: { kind: 'province-desk', name: 'Bàn trực của BHXH tỉnh' },
    })
    expect(JSON.stringify(card.body['trails'])).toContain('Không chọn vì đang tạm dừng')
    expect(JSON.stringify([card.body, await list('officer', '?which=all')])).not.toMatch(/cô Lan|\+849/)

    expect((await call('officer', `POST /leads/${id}/reveal`, { reason: 'xem' })).status).toBe(422)
    const shown = await call('officer', `POST /leads/${id}/reveal`, reason)
    expect(shown.body).toMatchObject({ addressAs: 'cô Lan', forWhom: 'self', bestTime: 'morning' })
    expect([shown.body['phone'], shown.body['meetingCode']]).toEqual([
      expect.stringMatching(/^\+849/),
      expect.stringMatching(/^\d{4}$/),
    ])
    expect((await rowsFor('lead_fact', id)).at(-1)).toMatchObject({
      fact: 'phone-shown',
      actor: expect.stringMatching(/^staff officer-/) as unknown,
    })
    expect(await auditOf(code, 'lead.reveal')).toEqual([{ reason: { to: reason.reason } }])

    expect((await tap('officer', id, { do: 'outcome', outcome: { kind: 'advised' } })).body).toEqual({
      result: 'not-now',
    })
    expect((await tap('officer', id, { do: 'accept' })).body).toEqual({ result: 'done' })
    const act = { do: 'outcome', outcome: { kind: 'advised' }, note: 'hẹn ra bưu điện' }
    const key = randomUUID()
    const sent = await Promise.all([1, 2, 3].map(() => tap('officer', id, act, key)))
    expect(sent.map(({ body }) => body['result']).toSorted()).toEqual(['done', 'repeated', 'repeated'])
    expect(await leadRow(id)).toMatchObject({ state: 'closed', outcome: 'advised' })
    expect(await rowsFor('citizen_notice', id)).toMatchObject([{ kind: 'rate' }])
    expect(await auditOf(code, 'lead.outcome')).toHaveLength(1)
    const after = await call('officer', `GET /leads/${id}`)
    expect(after.body['history']).toMatchObject([
      { fact: 'captured', by: 'bà con' },
      { fact: 'assigned', by: 'hệ thống' },
      { fact: 'phone-shown' },
      { fact: 'accepted', by: expect.stringMatching(/^cán bộ officer-/) as unknown },
      { fact: 'outcome', outcome: 'advised' },
    ])
    expect(JSON.stringify(after.body)).not.toContain('bưu điện')
    expect(await ids('officer')).not.toContain(id)
    expect(await ids('officer', '?which=closed')).toContain(id)
    expect((await call('officer', `POST /leads/${id}/reveal`, reason)).status).toBe(409)
    expect((await give('officer', id, { agent: 'a' })).status).toBe(409)
  })

  test('given by hand: the agent owns it and is told, the citizen is owed a new name and code, the trail says so', async () => {
    const { id, code, person } = await deskLead()
    const before = await leadRow(id)
    const { body } = await call('lead', `GET /leads/${id}/agents`)
    expect(body['agents']).toMatchObject([
      { id: 'a', mayBeGiven: true, isOwner: false },
      { id: 'b', mayBeGiven: true },
      { id: 'c', mayBeGiven: false, why: 'đang tạm dừng' },
    ])
    expect((await give('lead', id, { agent: 'c' })).status).toBe(409)
    expect((await give('lead', id, { agent: 'không ai' })).status).toBe(409)
    const key = randomUUID()
    const sent = await Promise.all([1, 2].map(() => give('lead', id, { agent: 'b' }, key)))
    expect(sent.map((one) => one.body['result']).toSorted()).toEqual(['done', 'repeated'])

    const after = await leadRow(id)
    expect(after).toMatchObject({ owner: 'agent', agent_id: 'b', state: 'offered' })
    expect(after?.['sealed_meeting_code']).not.toBe(before?.['sealed_meeting_code'])
    expect(Number(after?.['call_before'])).toBeGreaterThan(Number(before?.['call_before']))
    expect(await rowsFor('citizen_notice', id)).toMatchObject([{ kind: 'new-caller', told_at: null }])
    const notices = told.length
    await tellAgents(parts(), job(id))
    expect(told.length).toBe(notices + 1)
    const said = (await store.outbox.claim([person])).map(({ reply }) => reply.text)
    expect(said.at(-1)).toBe(`phiếu ${code} Nhân viên Phiếu B gọi`)
    const { trails } = (await call('lead', `GET /leads/${id}`)).body as { trails: { lines: string[] }[] }
    expect(trails.at(-1)?.lines.at(-1)).toMatch(/^Cán bộ giao tay cho Nhân viên Phiếu B\./)
    expect(await auditOf(code, 'lead.give')).toHaveLength(1)
  })

  test('an agent’s lead stays closed to the desks, and is taken from them only with a reason', async () => {
    const { id, code, agent } = await newLead()
    const other = agent === 'a' ? 'b' : 'a'
    expect(await ids('officer')).not.toContain(id)
    expect(await ids('officer', '?which=open')).toContain(id)
    expect((await call('officer', `POST /leads/${id}/reveal`, reason)).status).toBe(409)
    expect((await tap('officer', id, { do: 'accept' })).body).toEqual({ result: 'not-yours' })
    expect((await give('officer', id, { agent: other })).body['error']).toMatchObject({ field: 'reason' })
    expect((await give('officer', id, { agent, reason: 'thử' })).status).toBe(409)
    const why = { reason: 'người trước ốm' }
    expect((await give('officer', id, { agent: other, ...why })).body).toEqual({ result: 'done' })
    expect(await leadRow(id)).toMatchObject({ agent_id: other, state: 'offered' })
    expect(await auditOf(code, 'lead.give')).toEqual([
      { owner: { from: agent, to: other }, reason: { to: why.reason } },
    ])
    if (other === 'a') {
      await call('agent a', `POST /my/leads/${id}/acts`, { key: randomUUID(), act: { do: 'accept' } })
      const { history } = (await call('agent a', `GET /my/leads/${id}`)).body
      expect(history).toContainEqual(expect.objectContaining({ by: 'desk', detail: why.reason }))
    }
  })

  test('a commune sees its own leads and only reads; a province and a commune bound officers too', async () => {
    const { id } = await deskLead()
    expect(await ids('here')).toContain(id)
    expect(await ids('near officer')).toContain(id)
    expect((await call('here', `GET /leads/${id}`)).status).toBe(200)
    for (const route of [`POST /leads/${id}/reveal`, `POST /leads/${id}/acts`, `POST /leads/${id}/give`])
      expect((await call('here', route, {})).status).toBe(403)
    expect((await call('lead', `POST /leads/${id}/reveal`, reason)).status).toBe(403)
    for (const who of ['elsewhere', 'far officer', 'far lead']) {
      expect(await ids(who, '?which=all')).toEqual([])
      expect((await call(who, 'GET /lead-communes')).body).toEqual({ communes: [] })
      expect((await call(who, `GET /leads/${id}`)).status).toBe(404)
    }
    expect((await call('far officer', `POST /leads/${id}/reveal`, reason)).status).toBe(404)
    expect((await tap('far officer', id, { do: 'accept' })).status).toBe(404)
    expect((await give('far lead', id, { agent: 'a' })).status).toBe(404)
    for (const who of ['placeless', 'placeless lead']) {
      const { body } = await call(who, 'GET /leads?which=all')
      expect(body).toEqual({
        leads: [],
        isMore: false,
        why: expect.stringContaining('chưa gắn với xã') as unknown,
      })
      expect((await call(who, `GET /leads/${id}`)).status).toBe(404)
    }
    expect((await call('here', 'GET /leads')).body['why']).toBeUndefined()
  })

  /** A desk's lead as one of somebody who named no commune we know. */
  async function placelessLead() {
    const lead = await deskLead()
    await tablesOf(store).updateTable('lead').set({ commune_code: '' }).where('id', '=', lead.id).execute()
    return lead
  }
  const writeDown = (who: string, id: string, given: { commune: string; route?: boolean; key?: string }) =>
    call(who, `POST /leads/${id}/commune`, { key: randomUUID(), route: false, ...given })

  test('a lead from nobody knows where: the desk writes down the commune, then gives it by hand', async () => {
    const { id, code } = await placelessLead()
    expect((await call('officer', `GET /leads/${id}`)).body).toMatchObject({
      ...{ commune: 'Chưa rõ xã', isPlaceless: true },
    })
    expect((await give('officer', id, { agent: 'a' })).status).toBe(409)
    for (const typed of ['xyz', '99999', 'Tân Tiến']) {
      const { status, body } = await writeDown('officer', id, { commune: typed })
      expect([status, body['error']], typed).toMatchObject([422, { field: 'commune' }])
    }
    expect((await writeDown('lead', id, { commune: THERE })).status).toBe(403)
    const key = randomUUID()
    const done = { result: 'done', commune: 'Phường Thành Vinh' }
    expect((await writeDown('near officer', id, { commune: 'phuong thanh vinh', key })).body).toEqual(done)
    expect((await writeDown('near officer', id, { commune: THERE, key })).body).toMatchObject({
      result: 'repeated',
    })
    expect((await writeDown('officer', id, { commune: '16690' })).status).toBe(409)
    expect(await auditOf(code, 'lead.commune')).toEqual([{ commune: { from: '', to: THERE } }])
    const { body } = await call('officer', `GET /leads/${id}`)
    expect(body).toMatchObject({ commune: 'Phường Thành Vinh', isPlaceless: false })
    expect(body['history']).toContainEqual(expect.objectContaining({ fact: 'commune-set' }))
    const shown = await call('officer', `POST /leads/${id}/reveal`, reason)
    expect(shown.body['commune']).toBe('Phường Thành Vinh')
    expect((await give('officer', id, { agent: 'a' })).body).toEqual({ result: 'done' })
  })

  test('or lets the rules choose there; where nobody works it stays with the desk, and is on the list anew', async () => {
    const { id } = await placelessLead()
    expect((await writeDown('officer', id, { commune: THERE, route: true })).status).toBe(200)
    expect(await leadRow(id)).toMatchObject({ owner: 'agent', commune_code: THERE, state: 'offered' })
    expect(await rowsFor('staff_notice', id)).toMatchObject([{ answer: 'đã ghi Phường Thành Vinh' }])
    const other = await placelessLead()
    const route = () => writeDown('officer', other.id, { commune: THERE, route: true })
    expect((await whileNobodyWorks(route)).status).toBe(200)
    expect(await leadRow(other.id)).toMatchObject({ owner: 'province-desk', commune_code: THERE })
    const open = (await rowsFor('staff_notice', other.id)).filter((one) => one['settled_at'] === null)
    expect(open).toMatchObject([{ kind: 'lead-unassigned', detail: 'commune-set' }])
    expect((await writeDown('officer', (await newLead()).id, { commune: THERE })).status).toBe(409)
  })

  test('what the desk was told of a lead is seen to by itself, and says by whom', async () => {
    const tell = (kind: string, lead_id: string) =>
      tablesOf(store)
        .insertInto('staff_notice')
        .values({ kind, lead_id, detail: '', at: clock.now() })
        .execute()
    const settled = async (id: string) =>
      (await rowsFor('staff_notice', id))
        .toSorted((a, b) => Number(a['id']) - Number(b['id']))
        .map((one) => [one['kind'], one['settled_by'], one['answer']])
    const officer = expect.stringMatching(/^officer-/) as unknown

    const given = await deskLead()
    await tell('bad-rating', given.id)
    await give('officer', given.id, { agent: 'b' })
    const byHand = 'đã giao tay cho Nhân viên Phiếu B'
    expect(await settled(given.id)).toEqual([
      ['lead-unassigned', officer, byHand],
      ['bad-rating', null, null],
    ])
    const called = await deskLead()
    await tap('officer', called.id, { do: 'accept' })
    await tell('lead-late', called.id)
    await tap('officer', called.id, { do: 'note', text: 'thử' })
    expect((await settled(called.id)).at(-1)).toEqual(['lead-late', null, null])
    await tap('officer', called.id, { do: 'outcome', outcome: { kind: 'advised' } })
    expect(await settled(called.id)).toEqual([
      ['lead-unassigned', officer, 'đã nhận phiếu'],
      ['lead-late', officer, 'đã ghi kết quả cuộc gọi'],
    ])
    const taken = await deskLead()
    await give('officer', taken.id, { agent: 'a' })
    await tell('lead-late', taken.id)
    await call('agent a', `POST /my/leads/${taken.id}/acts`, { key: randomUUID(), act: { do: 'accept' } })
    expect((await settled(taken.id)).at(-1)).toEqual([
      ...['lead-late', 'nhân viên thu Nhân viên Phiếu A', 'đã nhận phiếu'],
    ])
  })

  test('accounts of team leads and communes are made with a commune; one that has none is given it', async () => {
    const account = { name: 'Tổ trưởng Mới', role: 'team-lead' }
    const make = (more: object) => call('admin', 'POST /staff', { ...account, ...more })
    for (const commune of [undefined, '', 'không có xã này']) {
      const { status, body } = await make({ login: 'to-moi', commune })
      expect([status, body['error']], commune).toMatchObject([422, { field: 'commune' }])
    }
    expect((await make({ login: 'to-moi', commune: 'Phường Thành Vinh, Nghệ An' })).status).toBe(200)
    const made = (await store.staff.accounts.list({ find: 'to-moi' }))[0]
    expect(made?.commune).toBe(THERE)

    const { id } = await deskLead()
    const unbound = (await store.staff.accounts.list({ role: 'team-lead' })).filter(
      (one) => one.commune === undefined,
    )
    expect(unbound).toHaveLength(1)
    const bind = (commune: string) => call('admin', `POST /staff/${unbound[0]?.id}/commune`, { commune })
    expect((await bind('')).status).toBe(422)
    expect((await bind(THERE)).body).toEqual({ commune: 'Phường Thành Vinh' })
    expect(await ids('placeless lead')).toContain(id)
    expect(await auditOf(String(unbound[0]?.login), 'account.commune')).toEqual([
      { commune: { from: '', to: THERE } },
    ])
  })

  test('consent taken back: nothing is shown any more, and nothing is written', async () => {
    const { id, code, person } = await deskLead()
    await tablesOf(store)
      .updateTable('consent')
      .set({ withdrawn_at: clock.now() })
      .where('lead_id', '=', id)
      .execute()
    const taken = await call('officer', `POST /leads/${id}/reveal`, reason)
    expect([taken.status, JSON.stringify(taken.body)]).toEqual([409, expect.stringContaining('rút lại')])
    expect((await tap('officer', id, { do: 'accept' })).body).toEqual({ result: 'not-now' })
    await store.personalData.erase(person)
    expect((await call('officer', `GET /leads/${id}`)).body).toMatchObject({ keeping: 'erased', code })
    const shown = await call('officer', `POST /leads/${id}/reveal`, reason)
    expect([shown.status, JSON.stringify(shown.body)]).toEqual([409, expect.stringContaining('xoá dữ liệu')])
    expect((await tap('officer', id, { do: 'note', text: 'thử' })).status).toBe(404)
  })

  test('the list: by commune, by code, by an agent’s name without marks, late ones, and on to the next page', async () => {
    const { id, code } = await deskLead()
    expect(await ids('officer', `?which=all&find=${code.toLowerCase()}`)).toEqual([id])
    const given = await deskLead()
    await give('officer', given.id, { agent: 'a' })
    const ofA = await list('officer', '?which=all&find=nhan%20vien%20phieu%20a')
    expect(ofA.map((one) => one['id'])).toEqual([given.id])
    expect(ofA).toMatchObject([{ owner: { name: 'Nhân viên Phiếu A (Bưu điện (mẫu))' } }])
    expect(await ids('officer', '?which=all&find=%25')).toEqual([])
    expect(await ids('officer', '?commune=16690')).toEqual([])
    expect((await call('officer', 'GET /lead-communes')).body).toEqual({
      communes: [{ code: THERE, name: 'Phường Thành Vinh' }],
    })
    for (let i = 0; i < 31; i += 1) await newLead()
    const { body } = await call('officer', 'GET /leads?which=all')
    expect([(body['leads'] as unknown[]).length, body['isMore']]).toEqual([30, true])
    const first = await ids('officer', '?which=all')
    const rest = await ids('officer', `?which=all&before=${String(first.at(-1))}`)
    expect(first.filter((one) => rest.includes(one))).toEqual([])
    expect(await ids('officer', '?which=late')).toEqual([])
    clock.move(48 * 3_600_000)
    cookies.set('officer', await (await accountWith(store, 'officer')).session()) // the first has run out
    expect(await list('officer', '?which=late&find=' + code)).toMatchObject([{ id, isLate: true }])
  })
})
