import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../src/adapters/sheets/read-workbook.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Received } from '../../src/console/api/contract.ts'
import type { Contracts } from '../../src/console/api/contracts.ts'
import type { PastLead } from '../../src/leads/past-lead.ts'
import { periodOf } from '../../src/targets/period.ts'
import type { Role } from '../../src/staff/role.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { demo } from '../support/store-demo.ts'
import { describeOnBothStores, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'
import { draft, noBody, typed } from '../support/store-work.ts'

type Board = Received<Contracts['GET /numbers']>
const now = new Date('2026-11-27T03:00:00Z')
const month = periodOf('month', '2026-11-27')
const VINH = '16681'
const other = '16690'

let made = 0
/** A lead left some days ago in a commune, called or not, joined or not. */
function past(commune: string, change: Partial<PastLead> = {}, daysAgo = 3): PastLead {
  made += 1
  const at = new Date(now.getTime() - daysAgo * 86_400_000)
  return {
    ...{
      id: `de300000-0000-4000-8000-${String(made).padStart(12, '0')}`,
      code: `PM${made}`,
      user: `u${made}`,
    },
    ...{
      agent: 'a',
      capturedAt: at,
      acceptBefore: at,
      callBefore: at,
      meetingCode: '0000',
      state: 'offered',
    },
    draft: draft({
      phone: `+8454${String(made).padStart(7, '0')}`,
      commune: { code: commune, name: '', province: '40' },
    }),
    ...{ acceptedAt: undefined, outcome: undefined, facts: [] },
    ...change,
  }
}
const joined: Partial<PastLead> = {
  ...{ state: 'closed', acceptedAt: now },
  outcome: { kind: 'joined', at: now, joined: { programme: 'voluntary', months: 3, from: '2026-12-01' } },
}

await describeOnBothStores('numbers at a glance, through the API', (newPlace) => {
  const clock = { now: () => now }
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let login: string
  const cookies = new Map<string, string>()
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
    site = await consoleSite(store, clock)
    const sign = async (name: string, role: Role, more = {}) => {
      const account = await accountWith(store, role, more)
      if (name === 'officer') login = account.login
      cookies.set(name, await account.session())
    }
    await sign('officer', 'officer')
    await sign('far', 'officer', { province: '79' })
    await sign('commune', 'commune', { commune: other })
    await sign('lead', 'team-lead', { commune: VINH })
    await sign('unbound', 'commune')
    const many = Array.from({ length: 10 }, (_, i) => past(VINH, i < 6 ? joined : {}))
    await store.putPastLeads([...many, past(other), past(other, joined), past(VINH, {}, 60)])
    const plan = { programme: 'voluntary', period: month } as const
    await store.targets.put([{ ...plan, of: 'agent', id: 'a', plan: 20 }, { ...plan, of: 'commune', id: VINH, plan: 40 }], 'test') // prettier-ignore
    for (const text of ['một', 'hai']) await talk('cô Tám', text)
    await talk('bác Chín', 'ba')
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  async function talk(user: string, text: string): Promise<void> {
    await store.inbox.accept([typed(user, text, now)], noBody)
    const waiting = (await rowsOf(store, 'inbound_event')).filter(({ state }) => state === 'waiting')
    const [found] = await store.turns.load(waiting.map((row) => String(row['person_id'])))
    if (!found) throw new Error('nothing waits')
    const { person, version, waiting: heard } = found
    const note = { kind: 'asked', key: text, words: 'hỏi', programme: 'voluntary' } as const
    await store.turns.commit({
      ...{
        person,
        channel: 'zalo',
        version,
        session: 's',
        answered: heard.map(({ id }) => id),
        heardAt: now,
      },
      ...{ replies: [{ text: 'đây', buttons: [] }], leads: [], notices: [] },
      notes: [{ ...note, outcome: 'answered', shown: ['mot'] }],
    })
  }

  const board = async (who: string, query = '') => {
    const { status, body } = await site.call(`GET /numbers${query}`, { cookie: cookies.get(who) ?? '' })
    return { status, board: body as unknown as Board }
  }
  const rows = (found: Board, id: Board['charts'][number]['id']) =>
    found.charts.find((chart) => chart.id === id)?.rows

  test('an officer sees everything, each percentage with its denominator, small numbers of leads hidden', async () => {
    const { board: all } = await board('officer')
    expect([all.from, all.until]).toEqual(['2026-10-29', '2026-11-27'])
    expect(rows(all, 'talks')?.at(-1)).toEqual(['27/11/2026', 2, 1, { part: 1, of: 2 }])
    expect(rows(all, 'funnel')?.map((row) => row.slice(0, 3))).toEqual([
      ['Tìm hiểu', 2, ''],
      ['Tương tác', 1, { part: 1, of: 2 }],
      ['Để lại thông tin', 12, { part: 12, of: 1 }],
      ['Được liên hệ', 7, { part: 7, of: 12 }],
      ['Tham gia', 7, { part: 7, of: 7 }],
    ])
    expect(rows(all, 'questions')?.[0]).toEqual(['Trả lời ngay', 3, { part: 3, of: 3 }])
    expect(rows(all, 'entries')?.[0]?.[1]).toBe(3)
    expect(rows(all, 'answered')?.[0]).toEqual(['trong 5 giây', 3, { part: 3, of: 3 }])
    expect(rows(all, 'communes')?.map((row) => row[1])).toEqual(['ẩn', 'ẩn']) // 10 would give the 2 away
    expect(rows(all, 'commune-targets')).toEqual([['Phường Thành Vinh', 6, 40, { part: 6, of: 40 }]])
    expect(rows(all, 'agents')).toEqual([['Nhân viên Phiếu A', 7, 20, { part: 7, of: 20 }, 12]])
    expect(rows(all, 'accepted')?.map((row) => row[1])).toEqual([0, 0, 0, 7])
    expect(all.pages.map(({ id }) => id)).toEqual(['zalo/trang', 'messenger/trang'])
  })

  test('narrowed by days, page, programme and commune', async () => {
    const left = async (query: string) => rows((await board('officer', query)).board, 'funnel')?.[2]?.[1]
    expect(await left('?from=2026-09-01')).toBe(13)
    expect(await left('?until=2026-11-20')).toBe(0)
    expect(await left('?page=zalo/trang')).toBe(0) // the leads came from a page that is gone
    expect(await left('?programme=pension')).toBe(0)
    expect(await left(`?commune=${VINH}`)).toBe(10)
    expect(await left(`?commune=${other}`)).toBe('ẩn')
    const { board: there } = await board('officer', `?commune=${VINH}`)
    expect(there.charts.map(({ id }) => id)).not.toContain('talks')
    expect(rows(there, 'funnel')?.[0]?.[1]).toBe('không tách theo xã')
    const { board: about } = await board('officer', '?programme=voluntary&page=zalo/trang')
    expect(rows(about, 'talks')?.at(-1)?.slice(1, 3)).toEqual([2, 1])
    expect(about.filter).toBe(
      '29/10/2026–27/11/2026 · BHXH tỉnh mẫu (Zalo) · BHXH tự nguyện · mọi xã, phường',
    )
    const refused = ['?page=zalo/x', '?commune=1', '?from=2020-01-01', '?from=2026-11-28', '?from=hôm qua']
    for (const query of refused) expect([404, 422]).toContain((await board('officer', query)).status)
  })

  test('bound to a province or a commune: nothing of another one, and a commune’s officer sees no agents', async () => {
    const { board: far } = await board('far')
    expect(rows(far, 'talks')?.at(-1)?.[1]).toBe(0)
    expect(rows(far, 'funnel')?.map((row) => row[1])).toEqual([0, 0, 0, 0, 0])
    expect([rows(far, 'communes'), rows(far, 'agents'), rows(far, 'commune-targets')]).toEqual([[], [], []])
    const { board: own } = await board('commune')
    expect(own.charts.map(({ id }) => id)).toEqual([
      'funnel',
      'communes',
      'commune-targets',
      'accepted',
      'called',
    ])
    expect(own.communes.map(({ id }) => id)).toEqual([other])
    expect(JSON.stringify(own)).not.toContain('Nhân viên Phiếu')
    expect((await board('commune', `?commune=${VINH}`)).status).toBe(404)
    const { board: theirs } = await board('lead')
    expect(rows(theirs, 'funnel')?.[2]?.[1]).toBe(10)
    expect(rows(theirs, 'agents')?.[0]?.[0]).toBe('Nhân viên Phiếu A')
    expect((await board('unbound')).status).toBe(409)
  })

  test('every chart is a file with the same rows, what is hidden stays hidden, and the audit knows who took it', async () => {
    const file = (who: string, query: string) =>
      fetch(`${site.url}/api/numbers/file?${query}`, {
        headers: { cookie: cookies.get(who) ?? '', 'sec-fetch-site': 'same-origin' },
      })
    const { board: all } = await board('officer')
    for (const { id } of all.charts) {
      const response = await file('officer', `chart=${id}`)
      const [sheet] = readWorkbook(Buffer.from(await response.arrayBuffer()))
      const cells = (sheet?.rows ?? []).map((row) => row.map(({ text }) => text))
      const first = rows(all, id)?.[0]?.[0]
      expect(cells[1]?.[0], id).toBe(first)
      expect(cells.flat().join('|')).toContain('29/10/2026–27/11/2026')
      if (id === 'communes') expect(cells[1]?.slice(1, 3)).toEqual(['ẩn', 'ẩn'])
      if (id === 'funnel') expect(cells[4]?.slice(0, 4)).toEqual(['Được liên hệ', '7', '58.3', '12'])
    }
    expect((await file('commune', 'chart=agents')).status).toBe(404)
    expect((await file('officer', 'chart=khac')).status).toBe(422)
    const lines = await store.staff.audit.list({ action: 'numbers.export' })
    expect(lines).toHaveLength(all.charts.length)
    expect(lines.every(({ actor }) => actor === login)).toBe(true)
  })
})
