import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Asked, QuestionNote } from '../../src/conversation/question-note.ts'
import { answerDeskOver } from '../support/answer-desk.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed } from '../support/store-work.ts'

type Group = {
  phrases: { words: string; times: number }[]
  times: number
  notMeant: number
  weeks: { times: number }[]
  places: { name: string; times: number }[]
}
const DAY_MS = 24 * 3_600_000

await describeOnBothStores('what people asked, through the API', (newPlace) => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  let session: () => Promise<string>
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
    site = await consoleSite(store, clock, { answers: answerDeskOver(store) })
    session = (await accountWith(store, 'officer')).session
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  let counted = 0
  async function asked(words: string, change: Partial<Asked> = {}, ...more: QuestionNote[]): Promise<string> {
    counted += 1
    const key = `q-${counted}`
    const known = new Set((await rowsOf(store, 'person')).map(({ id }) => String(id)))
    await store.inbox.accept([typed(`người-${counted}`, 'x', clock.now())], noBody)
    const people = (await rowsOf(store, 'person')).map(({ id }) => String(id))
    const [talk] = await store.turns.load(people.filter((id) => !known.has(id)))
    if (!talk) throw new Error('nothing waits')
    const { person, who, version, waiting } = talk
    const note: Asked = {
      ...{ kind: 'asked', key, words, programme: 'voluntary', outcome: 'not-understood', shown: [] },
      ...change,
    }
    await store.turns.commit({
      ...{ person, channel: who.channel, version, session: 's', answered: waiting.map(({ id }) => id) },
      ...{ heardAt: clock.now(), replies: [], leads: [], notices: [], notes: [note, ...more] },
    })
    return key
  }
  const groups = async (query = '') => {
    const { body } = await site.call(`GET /questions${query}`, { cookie: await session() })
    return body as { groups: Group[]; total: number; questions: number; places: string[] }
  }

  test('grouped, counted by week and by page; what was answered rightly is not among them', async () => {
    await asked('thẻ bảo hiểm bị gãy đổi ở đâu')
    clock.move(8 * DAY_MS)
    await asked('the bao hiem bi gay doi o dau')
    await asked('thẻ bảo hiểm bị gãy đổi ở đâu')
    await asked('câu đã trả lời', { outcome: 'answered', shown: ['mot'] })
    const key = await asked('đóng một lần cho năm năm', { outcome: 'answered', shown: ['mot'] })
    await asked('x', { outcome: 'answered' }, { kind: 'judged', key, verdict: 'not-meant', entry: undefined })
    const all = await groups()
    expect(all).toMatchObject({ total: 2, questions: 4, places: ['BHXH tỉnh mẫu'] })
    const [card, once] = all.groups
    expect(card).toMatchObject({ times: 3, places: [{ name: 'BHXH tỉnh mẫu', times: 3 }] })
    expect(card?.weeks.map(({ times }) => times)).toEqual([1, 2])
    expect(card?.phrases).toEqual([
      { words: 'thẻ bảo hiểm bị gãy đổi ở đâu', times: 2 },
      { words: 'the bao hiem bi gay doi o dau', times: 1 },
    ])
    expect(once).toMatchObject({ times: 1, notMeant: 1 })
    expect((await groups('?weeks=1')).questions).toBe(3)
    expect((await groups('?why=not-meant')).total).toBe(1)
    await asked('giá vàng hôm nay', { outcome: 'not-ours' })
    expect((await groups()).questions).toBe(4)
    const declined = await groups('?why=not-ours')
    expect(declined.groups).toMatchObject([
      { times: 1, notOurs: 1, phrases: [{ words: 'giá vàng hôm nay' }] },
    ])
    expect((await groups('?programme=pension')).total).toBe(0)
    expect((await groups(`?place=${encodeURIComponent('trang khác')}`)).total).toBe(0)
  })

  test('one press: a draft of a new answer, or of one there is, with the phrasings and nothing that was left out', async () => {
    const cookie = await session()
    const phrases = ['thẻ … bị gãy đổi ở đâu', 'the bi gay doi o dau #', '…']
    const made = await site.call('POST /questions/draft', { cookie, body: { phrases } })
    const fresh = await store.revisions.find(Number(made.body['id']))
    expect(fresh?.text).toMatchObject({
      title: 'Thẻ bị gãy đổi ở đâu',
      ask: ['thẻ bị gãy đổi ở đâu', 'the bi gay doi o dau'],
    })
    const added = await site.call('POST /questions/draft', { cookie, body: { phrases, entry: 'mot' } })
    const grown = await store.revisions.find(Number(added.body['id']))
    expect(grown?.base?.id).toBe('mot')
    expect(grown?.text.ask).toEqual([...(grown?.base?.ask ?? []), ...(fresh?.text.ask ?? [])])
    expect((await site.call('POST /questions/draft', { cookie, body: { phrases: ['…'] } })).status).toBe(422)
    const nowhere = { phrases, entry: 'khong-co' }
    expect((await site.call('POST /questions/draft', { cookie, body: nowhere })).status).toBe(404)
  })
})
