import { memoryBus } from '../../../src/adapters/memory/memory-bus.ts'
import { openAnswerDesk } from '../../../src/app-answers.ts'
import { type LiveKnowledge, openLiveKnowledge } from '../../../src/app-knowledge.ts'
import { loadAllFaq } from '../../../src/adapters/files/load-faq.ts'
import { loadDocuments } from '../../../src/adapters/files/load-documents.ts'
import { openWorkshop } from '../../../src/workshop/open-workshop.ts'
import { loadKnowledge } from '../../../src/adapters/files/load-knowledge.ts'
import { loadSearchWords } from '../../../src/adapters/files/load-synonyms.ts'
import type { StorePlace } from '../../../src/adapters/postgres/open-backing.ts'
import type { Store } from '../../../src/adapters/postgres/store.ts'
import type { AnswerText } from '../../../src/answers/revision.ts'
import type { Pages } from '../../../src/pages/page.ts'
import { indexBeside } from '../../../src/workshop/index-beside.ts'
import { accountWith, consoleSite } from '../../support/console-site.ts'
import { openTestStore, tablesOf } from '../../support/store.ts'
import { DRAFTS, ENTRIES, fill, LEADS, tidy } from './fill.ts'
import type { ConsoleRow } from './line.ts'
import { agentsAndPoint, POINTS, tableOfPoints } from './people.ts'
import { manyEntries } from './seeded.ts'
import { best, watched } from './watched.ts'

const TODAY = '2026-11-24'
const SECOND = 1_000
const PUBLISHED_WITHIN = 5_000
const INDEX_MS = 300_000
const clock = { now: () => new Date() }

/** Every figure of one store, as soon as it is known. */
export async function* benchConsole(place: StorePlace): AsyncGenerator<ConsoleRow> {
  const files = loadAllFaq('.').map(({ entry }) => entry)
  const words = loadSearchWords('.')
  const register = () => loadDocuments('knowledge/documents.yaml')
  const known = { base: loadKnowledge('.'), files: () => files, words: () => words, register }
  const store = await openTestStore(place, clock)
  await store.register.put(agentsAndPoint())
  await fill(tablesOf(store), manyEntries(files, ENTRIES), clock.now())
  await store.numbers.sumUp()
  await tidy(tablesOf(store))
  const open = () =>
    openLiveKnowledge({
      ...{
        ...known,
        revisions: store.revisions,
        decrees: store.decrees,
        bus: memoryBus(),
        today: () => TODAY,
      },
      indexOf: (entries) => indexBeside('.', entries),
      alarm: (what) => {
        throw new Error(what)
      },
    })
  let live: LiveKnowledge | undefined
  const opening = await watched(async () => (live = await open()))
  if (!live) throw new Error('not opened')
  yield { what: `a start reads all ${ENTRIES} answers`, took: opening, within: undefined }
  yield { what: 'their search index is made beside, then taken in', ...(await indexed(live)) }
  const workshop = openWorkshop('.')
  const desk = openAnswerDesk({ config: { BOT_TODAY: TODAY }, root: '.', store, live, clock, workshop })
  const site = await siteOver(store, live, desk)
  for (const [what, path] of lists) {
    yield { what, took: await best(() => site.get(path)), within: SECOND }
  }
  const table = tableOfPoints()
  const looked = await best(() => site.post('/sheets/check', { kind: 'points', file: table }))
  yield { what: `a table of ${POINTS} rows is looked at`, took: looked, within: undefined }
  const out = await best(() => site.get('/sheets/file?kind=answers'))
  yield { what: 'all answers go out as a spreadsheet', took: out, within: undefined }
  const leads = await best(() => site.get('/sheets/file?kind=leads'))
  yield { what: 'all leads go out as a spreadsheet', took: leads, within: undefined }
  const other = await open()
  await indexed(other)
  yield* publishing(store, live, other)
  await site.close()
  await desk.workshop.close()
  for (const one of [live, other]) await one.close()
  await store.close()
}

const earlier = (days: number) =>
  new Date(clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 10)

const lists = [
  ['list of answers', '/answers'],
  ['list of answers, found by a question', `/answers?find=${encodeURIComponent('dong tu nguyen bao nhieu')}`],
  ['list of answers, last page', `/answers?page=${ENTRIES / 50 - 1}`],
  ['what people asked, four weeks', '/questions'],
  ['what people asked, twelve weeks, third page', '/questions?weeks=12&page=2'],
  ['what people asked, one programme', '/questions?weeks=12&programme=voluntary'],
  ['what people asked, declined', '/questions?why=not-ours'],
  [`${DRAFTS} drafts that wait`, '/answer-drafts'],
  [`${LEADS} leads: those with no agent`, '/leads'],
  ['leads that are late', '/leads?which=late'],
  ['all leads, newest first', '/leads?which=all'],
  ['all leads, found by a name', `/leads?which=all&find=${encodeURIComponent('nhan vien 919')}`],
  ['all leads, found by a code nobody has', '/leads?which=all&find=KHONGCO'],
  ['communes leads come from', '/lead-communes'],
  ['numbers at a glance, 30 days', '/numbers'],
  ['numbers at a glance, 30 days, one programme and page', '/numbers?programme=voluntary&page=zalo/trang'],
  ['numbers at a glance, a year, plans of the year', `/numbers?from=${earlier(365)}&period=year`],
] as const

async function siteOver(store: Store, live: LiveKnowledge, answers: ReturnType<typeof openAnswerDesk>) {
  const pages: Pages = { all: () => [], find: () => undefined }
  const ask = (text: string) => live.now().finder.ask(text)
  const questions = { questions: store.questions, answers, ask, pages, clock }
  const site = await consoleSite(store, clock, { answers, questions })
  const cookie = await (await accountWith(store, 'officer')).session()
  return {
    close: site.close,
    get: (path: string) => done(path, site.call(`GET ${path}`, { cookie })),
    post: (path: string, body: object) => done(path, site.call(`POST ${path}`, { cookie, body })),
  }
}

async function done(path: string, call: Promise<{ readonly status: number }>): Promise<void> {
  const { status } = await call
  if (status !== 200) throw new Error(`${path}: ${status}`)
}

/** Until the finder is another one: an index was made in its thread and taken in. */
async function indexed(live: LiveKnowledge) {
  const { finder } = live.now()
  const took = await watched(() => until(() => live.now().finder !== finder, INDEX_MS))
  return { took, within: undefined }
}

/** A changed answer, from the signature until another instance says it; then a new way of asking, until it is found there. */
async function* publishing(
  store: Store,
  live: LiveKnowledge,
  other: LiveKnowledge,
): AsyncGenerator<ConsoleRow> {
  const [first] = live.answers().texts
  if (!first) throw new Error('no answers')
  const next = { ...first, body: `${first.body}\n\nCâu thêm để đo.` }
  const says = () => other.now().entries.some(({ body }) => body === next.body)
  const took = await watched(async () => {
    await publish(store, live, next, first)
    await until(says, PUBLISHED_WITHIN * 2)
  })
  yield { what: 'published, until a second instance says it', took, within: PUBLISHED_WITHIN }
  yield { what: 'and until its search knows it', ...(await indexed(other)) }
}

async function publish(store: Store, live: LiveKnowledge, text: AnswerText, base: AnswerText): Promise<void> {
  const draft = await store.revisions.begin({ entry: text.id, name: 'Đo', text, base }, 'mai')
  const sent = await store.revisions.step(draft, { do: 'submit' }, 'mai')
  if (typeof sent === 'string') throw new Error(sent)
  const signed = await store.revisions.step(sent, { do: 'approve', publishAt: undefined }, 'lan')
  if (typeof signed === 'string') throw new Error(signed)
  await live.published()
}

async function until(isSo: () => boolean, withinMs: number): Promise<void> {
  const from = performance.now()
  while (!isSo()) {
    if (performance.now() - from > withinMs) throw new Error('it never came')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
