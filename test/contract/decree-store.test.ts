import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadKnowledge } from '../../src/adapters/files/load-knowledge.ts'
import { memoryBus } from '../../src/adapters/memory/memory-bus.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { openLiveKnowledge } from '../../src/app-knowledge.ts'
import { checkDecree } from '../../src/decrees/check-decree.ts'
import type { DecreeForm } from '../../src/decrees/form.ts'
import type { NotDone } from '../../src/decrees/ports.ts'
import type { Decree } from '../../src/decrees/revision.ts'
import { decreeRow, fakeDecree } from '../support/decrees.ts'
import { describeOnBothStores, movableClock, openTestStore, type TestPlace } from '../support/store.ts'

const base = loadKnowledge('.')
const register = loadDocuments('knowledge/documents.yaml')

function made(given: Decree | NotDone): Decree {
  if (typeof given === 'string') throw new Error(given)
  return given
}

await describeOnBothStores('decrees', (newPlace) => {
  let place: TestPlace
  let store: Store
  const clock = movableClock()
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  }, 120_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  /** A number of its own for each test: what one leaves published does not hold up the next. */
  const form = (name: string, value: string, number = '1/2027/NĐ-CP'): DecreeForm => ({
    ...fakeDecree,
    rows: [decreeRow({ name, value, act: number })],
    documents: fakeDecree.documents.map((one) => ({ ...one, number, replaces: [] })),
  })
  const changeOf = (given: DecreeForm) =>
    checkDecree(given, { parameters: base.policy.parameters, register, today: '2026-11-27' }).change
  const submitted = async (given: DecreeForm, by = 'hoa') => {
    const draft = await store.decrees.begin('Tăng lương', given, by)
    return made(await store.decrees.step(draft, { do: 'submit' }, by))
  }
  const approve = (one: Decree, by: string) =>
    store.decrees.step(
      one,
      { do: 'approve', change: changeOf(one.form), secondRead: 'trang của Chính phủ' },
      by,
    )
  const takeBack = (one: Decree, by = 'hoa') =>
    store.decrees.step(one, { do: 'take-back', why: 'nhập nhầm số' }, by)
  const published = async () => (await store.decrees.published()).map(({ id }) => id)

  test('entered by one, never confirmed by them; a second person confirms; taken back with a name and a reason', async () => {
    const before = await store.revisions.version()
    const sent = await submitted(form('base-salary', '2,8 triệu'))
    expect(await approve(sent, 'hoa')).toBe('own')
    expect(await store.decrees.step(sent, { do: 'return', note: 'xem lại' }, 'hoa')).toBe('own')
    expect(await published()).toEqual([])
    const done = made(await approve(sent, 'minh'))
    expect(done).toMatchObject({ state: 'published', reviewer: 'minh', secondRead: 'trang của Chính phủ' })
    expect(done.change?.values[0]?.entry.value).toBe('2.800.000 đồng')
    expect(await published()).toEqual([done.id])
    expect(await store.revisions.version()).toBe(before + 1)
    const gone = made(await takeBack(done, 'an'))
    expect(gone).toMatchObject({ state: 'taken-back', taken: { by: 'an', why: 'nhập nhầm số' } })
    expect(await published()).toEqual([])
    expect(await store.revisions.version()).toBe(before + 2)
    expect((await store.decrees.history()).map(({ id }) => id)).toContain(done.id)
    const audit = (await store.staff.audit.list({}))
      .map(({ actor, action }) => ({ actor, action }))
      .toReversed()
    expect(audit.slice(-4)).toEqual([
      { actor: 'hoa', action: 'decree.begin' },
      { actor: 'hoa', action: 'decree.submit' },
      { actor: 'minh', action: 'decree.approve' },
      { actor: 'an', action: 'decree.take-back' },
    ])
  })

  test('whoever helped to write may not confirm either', async () => {
    const draft = await store.decrees.begin('x', form('urban-poverty-line', '3 triệu', '2/2027/NĐ-CP'), 'hoa')
    const saved = made(await store.decrees.save(draft, { name: 'x', form: draft.form, onto: false }, 'minh'))
    const sent = made(await store.decrees.step(saved, { do: 'submit' }, 'hoa'))
    expect(await approve(sent, 'minh')).toBe('own')
  })

  test('two editors of one draft: the second is told, and nothing is overwritten', async () => {
    const first = form('voluntary-rate', '23%', '3/2027/NĐ-CP')
    const draft = await store.decrees.begin('x', first, 'hoa')
    made(await store.decrees.save(draft, { name: 'của Hoa', form: first, onto: false }, 'hoa'))
    expect(await store.decrees.save(draft, { name: 'của Minh', form: first, onto: false }, 'minh')).toBe(
      'stale',
    )
    expect((await store.decrees.find(draft.id))?.name).toBe('của Hoa')
  })

  test('two that touch one number: the second goes out only after its author has looked at the first', async () => {
    const [one, two] = [
      await submitted(form('health-rate', '4,8%', '4/2027/NĐ-CP')),
      await submitted(form('health-rate', '5%', '5/2027/NĐ-CP')),
    ]
    made(await approve(one, 'minh'))
    expect(await approve(two, 'minh')).toBe('moved')
    const again = made(await store.decrees.step(two, { do: 'reopen' }, 'hoa'))
    const seen = made(await store.decrees.save(again, { name: 'x', form: again.form, onto: true }, 'hoa'))
    const sent = made(await store.decrees.step(seen, { do: 'submit' }, 'hoa'))
    const second = made(await approve(sent, 'minh'))
    const first = (await store.decrees.find(one.id)) as Decree
    expect(await takeBack(first)).toBe('moved') // the second was built upon it
    made(await takeBack(second))
    made(await takeBack(first))
  })

  test('a second instance hears of it by the bus, and without a bus by looking; taken back, the files again', async () => {
    const open = (bus: ReturnType<typeof memoryBus>) =>
      openLiveKnowledge({
        ...{ base, revisions: store.revisions, decrees: store.decrees, bus, today: () => '2026-11-27' },
        ...{ register: () => register, files: () => base.entries, alarm: () => undefined },
        words: () => {
          throw new Error('no new index')
        },
        indexOf: () => Promise.reject(new Error('no new index')),
      })
    const bus = memoryBus()
    const [here, there, apart] = [await open(bus), await open(bus), await open(memoryBus())]
    const priceAt = (live: typeof here) => live.now().policy.on('2027-07-01', 'base-salary').printed
    const done = made(
      await approve(await submitted(form('base-salary', '2,9 triệu', '6/2027/NĐ-CP')), 'minh'),
    )
    await here.published()
    for (const live of [here, there, apart])
      await expect.poll(() => priceAt(live), { timeout: 20_000 }).toBe('2.900.000 đồng')
    expect(there.law().register.find('6/2027/NĐ-CP')?.title).toContain('lương cơ sở')
    made(await takeBack(done))
    await here.published()
    for (const live of [here, there, apart]) {
      await expect.poll(() => priceAt(live), { timeout: 20_000 }).toBe('2.530.000 đồng')
      expect(live.now().policy).toBe(base.policy)
      await live.close()
    }
  })
})
