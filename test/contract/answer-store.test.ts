import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { NotDone } from '../../src/answers/ports.ts'
import type { AnswerText, Revision } from '../../src/answers/revision.ts'
import {
  describeOnBothStores,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { answerText } from '../support/answers.ts'

const HOUR_MS = 3_600_000

function made(given: Revision | NotDone): Revision {
  if (typeof given === 'string') throw new Error(given)
  return given
}

await describeOnBothStores('revisions of answers', (newPlace) => {
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

  const said = (text: AnswerText, body: string): AnswerText => ({ ...text, body })
  const drafted = (id: string, by = 'hoa') => {
    const base = answerText(id)
    return store.revisions.begin({ entry: id, name: 'Sửa lời', text: base, base }, by)
  }
  /** Written by one, sent for review. */
  const submitted = async (id: string, body = 'Lời mới.') => {
    const draft = await drafted(id)
    const saved = made(
      await store.revisions.save(draft, { name: 'Sửa lời', text: said(draft.text, body) }, 'hoa'),
    )
    return made(await store.revisions.step(saved, { do: 'submit' }, 'hoa'))
  }
  const served = async (id: string) =>
    (await store.revisions.served()).revisions.find(({ entry }) => entry === id)?.text.body

  test('a draft changes nothing; a second person signs; then it is served and the version has moved', async () => {
    const before = await store.revisions.version()
    const sent = await submitted('mot')
    expect(await served('mot')).toBeUndefined()
    expect(await store.revisions.step(sent, { do: 'approve', publishAt: undefined }, 'hoa')).toBe('own')
    const published = made(await store.revisions.step(sent, { do: 'approve', publishAt: undefined }, 'minh'))
    expect(published).toMatchObject({ state: 'published', reviewer: 'minh', authors: ['hoa'] })
    expect(await served('mot')).toBe('Lời mới.')
    expect(await store.revisions.version()).toBe(before + 1)
    expect((await store.revisions.open()).filter(({ entry }) => entry === 'mot')).toEqual([])
  })

  test('only what changed since a version is read, a roll-back to the file too; from nothing, everything', async () => {
    for (let i = 0; i < 60; i += 1) {
      const text = answerText(`nhieu-${i}`)
      await store.revisions.adopt([{ entry: text.id, name: 'Nhập', text, base: undefined }], 'cli')
    }
    const { version, changes } = await store.revisions.servedSince(0)
    expect(version).toBe(await store.revisions.version())
    const entries = (some: typeof changes) => some.map(({ entry }) => entry).toSorted()
    expect(new Set(entries(changes)).size).toBe(changes.length)
    expect(entries(changes)).toEqual(
      (await store.revisions.served()).revisions.map(({ entry }) => entry).toSorted(),
    )
    expect((await store.revisions.servedSince(version)).changes).toEqual([])
    await store.revisions.rollBack('nhieu-7', undefined, 'hoa')
    const later = await store.revisions.servedSince(version)
    expect(later.changes).toEqual([{ entry: 'nhieu-7', revision: undefined }])
    expect(later.version).toBe(version + 1)
  })

  test('a list of drafts has titles, the text of new answers, and which file they came from', async () => {
    const text = answerText('moi-tinh')
    await store.revisions.begin({ entry: 'moi-tinh', name: 'x', text, base: undefined, batch: 'tệp' }, 'hoa')
    await drafted('cu-roi')
    const open = await store.revisions.open()
    const of = (entry: string) => open.find((one) => one.entry === entry)
    expect(of('moi-tinh')).toMatchObject({ title: text.title, fresh: text, batch: 'tệp', authors: ['hoa'] })
    expect(of('cu-roi')).toMatchObject({
      title: answerText('cu-roi').title,
      fresh: undefined,
      batch: undefined,
    })
    expect((await store.revisions.openOf('moi-tinh')).map((one) => one.text)).toEqual([text])
  })

  test('whoever helped to write may not sign either', async () => {
    const draft = await drafted('hai')
    const saved = made(await store.revisions.save(draft, { name: 'x', text: draft.text }, 'minh'))
    const sent = made(await store.revisions.step(saved, { do: 'submit' }, 'hoa'))
    expect(await store.revisions.step(sent, { do: 'approve', publishAt: undefined }, 'minh')).toBe('own')
    expect(await store.revisions.step(sent, { do: 'return', note: 'thôi' }, 'minh')).toBe('own')
  })

  test('two editors of one draft: the second is told, and nothing is overwritten', async () => {
    const draft = await drafted('ba')
    made(await store.revisions.save(draft, { name: 'x', text: said(draft.text, 'của Hoa') }, 'hoa'))
    const late = await store.revisions.save(draft, { name: 'x', text: said(draft.text, 'của Minh') }, 'minh')
    expect(late).toBe('stale')
    expect((await store.revisions.find(draft.id))?.text.body).toBe('của Hoa')
  })

  test('two drafts of one answer: the second cannot go out over the first, but may go on from it', async () => {
    const [first, second] = [await submitted('bon', 'một'), await submitted('bon', 'hai')]
    made(await store.revisions.step(first, { do: 'approve', publishAt: undefined }, 'minh'))
    expect(await store.revisions.step(second, { do: 'approve', publishAt: undefined }, 'minh')).toBe('moved')
    expect(await served('bon')).toBe('một')
    const again = made(await store.revisions.step(second, { do: 'reopen' }, 'hoa'))
    const onto = { ...answerText('bon'), body: 'một' }
    const rebased = made(
      await store.revisions.save(again, { name: 'x', text: said(onto, 'một và hai'), onto }, 'hoa'),
    )
    expect(rebased).toMatchObject({ baseId: first.id, base: { body: 'một' } })
    const sent = made(await store.revisions.step(rebased, { do: 'submit' }, 'hoa'))
    made(await store.revisions.step(sent, { do: 'approve', publishAt: undefined }, 'minh'))
    expect(await served('bon')).toBe('một và hai')
  })

  test('at a set time: not before, once whoever looks, and never over what went out meanwhile', async () => {
    const at = new Date(clock.now().getTime() + HOUR_MS)
    const [waits, overtaken] = [await submitted('nam'), await submitted('sau')]
    for (const one of [waits, overtaken])
      made(await store.revisions.step(one, { do: 'approve', publishAt: at }, 'minh'))
    expect(await store.revisions.publishDue()).toBe(0)
    const quick = await submitted('sau', 'nhanh hơn')
    made(await store.revisions.step(quick, { do: 'approve', publishAt: undefined }, 'minh'))
    clock.move(HOUR_MS + 1_000)
    const counts = await Promise.all([store.revisions.publishDue(), store.revisions.publishDue()])
    expect(counts.toSorted()).toEqual([0, 1])
    expect(await served('nam')).toBe('Lời mới.')
    expect(await served('sau')).toBe('nhanh hơn')
    expect(await store.revisions.find(overtaken.id)).toMatchObject({ state: 'draft', reviewer: undefined })
    expect((await store.revisions.find(overtaken.id))?.note).toContain('bản khác')
  })

  test('rolls back to a revision of that answer, or to the file, and nowhere else', async () => {
    const first = await submitted('bay', 'một')
    made(await store.revisions.step(first, { do: 'approve', publishAt: undefined }, 'minh'))
    expect(await store.revisions.rollBack('bay', undefined, 'hoa')).toBe('done')
    expect(await served('bay')).toBeUndefined()
    expect(await store.revisions.rollBack('bay', first.id, 'hoa')).toBe('done')
    expect(await served('bay')).toBe('một')
    const elsewhere = await submitted('tam')
    expect(await store.revisions.rollBack('bay', elsewhere.id, 'hoa')).toBe('gone')
    const { publications, revisions } = await store.revisions.history('bay')
    expect(publications.map(({ kind, revision }) => [kind, revision])).toEqual([
      ['roll-back', first.id],
      ['roll-back', undefined],
      ['publish', first.id],
    ])
    expect(revisions.map(({ id }) => id)).toEqual([first.id])
  })

  test('steps out of turn are refused, a return says why, and the audit has every step', async () => {
    const sent = await submitted('chin')
    expect(await store.revisions.save(sent, { name: 'x', text: sent.text }, 'hoa')).toBe('wrong-state')
    const back = made(await store.revisions.step(sent, { do: 'return', note: 'Thiếu hạn nộp' }, 'minh'))
    expect(back).toMatchObject({ state: 'draft', note: 'Thiếu hạn nộp' })
    expect(await store.revisions.step(back, { do: 'approve', publishAt: undefined }, 'minh')).toBe(
      'wrong-state',
    )
    made(await store.revisions.step(back, { do: 'drop' }, 'hoa'))
    expect(await store.revisions.step({ id: 999_999, version: 1 }, { do: 'drop' }, 'hoa')).toBe('gone')
    const lines = (await rowsOf(store, 'staff_audit')).filter(({ subject }) => subject === 'chin')
    expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
      ['answer.begin', 'hoa'],
      ['answer.save', 'hoa'],
      ['answer.submit', 'hoa'],
      ['answer.return', 'minh'],
      ['answer.drop', 'hoa'],
    ])
    expect(String(lines[1]?.['changes'])).toContain('Lời mới.')
  })

  test('what an operator brings in is published at once', async () => {
    const text = answerText('muoi')
    await store.revisions.adopt([{ entry: 'muoi', name: 'Nhập từ tệp', text, base: undefined }], 'cli')
    expect(await served('muoi')).toBe(text.body)
  })
})
