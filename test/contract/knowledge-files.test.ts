import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { loadAllFaq } from '../../src/adapters/files/load-faq.ts'
import type { AnswerText } from '../../src/answers/revision.ts'
import { knowledgeJob } from '../../src/operator/knowledge-job.ts'
import type { StoreJobParts } from '../../src/operator/store-jobs.ts'
import { describeOnBothStores, openTestStore, type TestPlace } from '../support/store.ts'
import { answerText } from '../support/answers.ts'

await describeOnBothStores('answers as files', (newPlace) => {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-files-'))
  const places: TestPlace[] = []
  const stores: Store[] = []
  beforeAll(async () => {
    for (let i = 0; i < 2; i++) {
      const place = await newPlace()
      places.push(place)
      stores.push(await openTestStore(place.place))
    }
  }, 120_000)
  afterAll(async () => {
    for (const store of stores) await store.close()
    for (const place of places) await place.remove()
    rmSync(folder, { recursive: true })
  })

  const job = (at: number, ...words: readonly string[]) =>
    knowledgeJob(words, { store: stores[at], root: '.' } as unknown as StoreJobParts)
  const filesIn = (name: string) => {
    const all = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    const md = all.filter((file) => file.endsWith('.md')).sort()
    return md.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')] as const)
  }

  test('with nothing published, an export is the repository to the byte', async () => {
    await job(0, 'export', join(folder, 'plain'))
    for (const [file, text] of filesIn('plain')) expect(text, file).toBe(readFileSync(file, 'utf8'))
    expect(filesIn('plain')).toHaveLength(loadAllFaq('.').length)
  })

  test('export → import elsewhere → export: the same files', async () => {
    const old = loadAllFaq('.').find(({ entry }) => entry.id === 'unemployment-who')?.entry as AnswerText
    const changed: AnswerText = {
      ...old,
      ...{ body: '- gạch đầu dòng: “nháy”, #thăng\n\nĐoạn hai.', owner: 'Chị Hoa: truyền thông' },
      ...{ audience: ['worker'], from: '2026-12-01', until: '2027-12-31' },
      ask: [...old.ask, '"nháy kép" thì sao', '- gạch', 'có: hai chấm #1'],
    }
    const draft = (text: AnswerText, base?: AnswerText) => ({ entry: text.id, name: 'x', text, base })
    await stores[0]?.revisions.adopt([draft(changed, old), draft(answerText('cau-moi'))], 'test')
    await job(0, 'export', join(folder, 'one'))
    expect((await job(1, 'import', join(folder, 'one'), '--dry-run')).at(-1)).toContain('2 câu khác')
    await job(1, 'import', join(folder, 'one'), 'publish')
    await job(1, 'export', join(folder, 'two'))
    expect(filesIn('two')).toEqual(filesIn('one'))
    expect(filesIn('one').filter(([file]) => file.includes('cau-moi'))).toHaveLength(1)
    expect((await job(1, 'import', join(folder, 'two'), '--dry-run')).at(-1)).toContain('0 câu khác')
  })

  test('without "publish" it only makes drafts', async () => {
    await stores[1]?.revisions.rollBack('unemployment-who', undefined, 'test')
    await job(1, 'import', join(folder, 'one'))
    const open = (await stores[1]?.revisions.open()) ?? []
    expect(open.map(({ entry, state }) => [entry, state])).toEqual([['unemployment-who', 'draft']])
  })
})
