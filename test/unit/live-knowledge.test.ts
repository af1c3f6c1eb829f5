import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryBus } from '../../src/adapters/memory/memory-bus.ts'
import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadKnowledge } from '../../src/adapters/files/load-knowledge.ts'
import { loadSearchWords } from '../../src/adapters/files/load-synonyms.ts'
import type { AnswerStore, ServedChange } from '../../src/answers/ports.ts'
import type { AnswerText, Revision } from '../../src/answers/revision.ts'
import type { Decree } from '../../src/decrees/revision.ts'
import { openLiveKnowledge, type LiveKnowledge } from '../../src/app-knowledge.ts'
import { indexBeside } from '../../src/workshop/index-beside.ts'
import type { Day } from '../../src/policy/values.ts'

const base = loadKnowledge('.')
const ID = 'unemployment-who'
const original = base.entries.find(({ id }) => id === ID) as AnswerText
const changes: (ServedChange & { readonly version: number })[] = []
let published: readonly AnswerText[] = []
let version = 0
let today: Day = '2026-11-27'

/** Only what following needs. */
const revisions = {
  version: async () => version,
  publishDue: async () => 0,
  servedSince: async (since: number) => ({
    version,
    changes: changes.filter((one) => one.version > since),
  }),
} as unknown as AnswerStore

const enacted: Decree[] = []
const decrees = { published: async () => [...enacted] }

async function publish(live: LiveKnowledge, ...texts: readonly AnswerText[]): Promise<void> {
  version += 1
  const gone = published.filter(({ id }) => texts.every((text) => text.id !== id))
  for (const { id: entry } of gone) changes.push({ version, entry, revision: undefined })
  for (const text of texts)
    changes.push({ version, entry: text.id, revision: { entry: text.id, text } as Revision })
  published = texts
  await live.published()
}

async function until(holds: () => boolean, ms: number): Promise<number> {
  const from = Date.now()
  while (!holds() && Date.now() - from < ms) await new Promise((resolve) => setTimeout(resolve, 20))
  return Date.now() - from
}

let live: LiveKnowledge
let asked = 0
beforeAll(async () => {
  live = await openLiveKnowledge({
    ...{ base, revisions, decrees, bus: memoryBus(), today: () => today, alarm: () => undefined },
    register: () => loadDocuments('knowledge/documents.yaml'),
    files: () => base.entries,
    words: () => loadSearchWords('.'),
    indexOf: (entries) => {
      asked += 1
      return indexBeside('.', entries)
    },
  })
})
afterAll(() => live.close())
const bodyOf = (id: string) => live.now().entries.find((one) => one.id === id)?.body
const firstFor = (question: string) => live.now().finder.ask(question).entries[0]?.entry.id

test('nothing published: the very knowledge of the files', () => {
  expect(live.now()).toBe(base)
})

test('new words are said as soon as they are published, before any index is made', async () => {
  await publish(live, { ...original, body: 'Lời mới của câu này.' })
  expect(bodyOf(ID)).toBe('Lời mới của câu này.')
  expect(live.now().entries).toHaveLength(base.entries.length)
})

test('a new answer is found by its own words once its index is made beside, and the program answers meanwhile', async () => {
  const fresh: AnswerText = {
    ...original,
    id: 'flying-carpets',
    title: 'Thảm bay có được bảo hiểm không?',
    ask: Array.from(
      { length: 12 },
      (_, i) => `thảm bay phép thuật bị rơi thì bảo hiểm ${i} lần có trả không`,
    ),
    body: 'Thảm bay không thuộc phạm vi.',
  }
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await publish(live, fresh)
  const ms = await until(() => firstFor('thảm bay phép thuật rơi có trả không') === fresh.id, 60_000)
  clearInterval(beat)
  expect(firstFor('thảm bay phép thuật rơi có trả không')).toBe(fresh.id)
  expect(longest, `the loop stood still; the index took ${ms} ms`).toBeLessThan(ms / 2)
}, 90_000)

test('an answer taken out of service, or past its last day, is said no more; then the files again', async () => {
  await publish(live, { ...original, status: 'draft' })
  expect(bodyOf(ID)).toBeUndefined()
  await publish(live, { ...original, until: '2026-11-27' })
  expect(bodyOf(ID)).toBe(original.body)
  today = '2026-11-28'
  await live.published()
  expect(bodyOf(ID)).toBeUndefined()
  today = '2026-11-27'
  await publish(live)
  expect(live.now().entries).toEqual(base.entries)
  expect(live.now().finder).toBe(base.finder)
})

test('what the search does not read needs no new index', async () => {
  const before = asked
  await publish(live, { ...original, next: 'request-callback', checked: '2026-11-26' })
  expect(asked).toBe(before)
})

test('a decree that is published moves its number from its day for everyone who asks, and goes as it came', async () => {
  const entry = {
    ...{ from: '2027-07-01', value: '2.800.000 đồng', certainty: 'single-source' },
    source: { act: '1/2027/NĐ-CP', place: 'Điều 3' },
  } as const
  const document = {
    number: '1/2027/NĐ-CP',
    kind: 'Nghị định',
    title: 'Lương cơ sở',
    issuer: 'Chính phủ',
  } as const
  const change = {
    ...{ values: [{ name: 'base-salary', entry }], checks: [] },
    documents: [{ ...document, from: '2027-07-01', replaces: ['161/2026/NĐ-CP'], amends: [] }],
  } as const
  enacted.push({ id: 1, change } as unknown as Decree)
  const before = live.now()
  version += 1
  await live.published()
  expect(live.now()).not.toBe(before)
  expect(live.now().policy.on('2027-06-30', 'reference-level').printed).toBe('2.530.000 đồng')
  expect(live.now().policy.on('2027-07-01', 'reference-level').printed).toBe('2.800.000 đồng')
  expect(live.law().register.find('161/2026/NĐ-CP')?.until).toBe('2027-06-30')
  enacted.pop()
  version += 1
  await live.published()
  expect(live.now().policy).toBe(base.policy)
  expect(live.law().register.find('1/2027/NĐ-CP')).toBeUndefined()
})
