import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadParameters } from '../../src/adapters/files/load-policy.ts'
import { checkDecree } from '../../src/decrees/check-decree.ts'
import { fakeDecree } from '../support/decrees.ts'
import { checkPolicy } from '../../src/policy/check-policy.ts'
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
    const md = all.filter((file) => /\.(md|yaml)$/.test(file)).sort()
    return md.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')] as const)
  }

  test('with nothing published, an export is the repository to the byte', async () => {
    await job(0, 'export', join(folder, 'plain'))
    for (const [file, text] of filesIn('plain')) expect(text, file).toBe(readFileSync(file, 'utf8'))
    const numbers = loadParameters('knowledge/policy').length
    expect(filesIn('plain')).toHaveLength(loadAllFaq('.').length + numbers + 1)
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
    const { change } = checkDecree(fakeDecree, {
      parameters: loadParameters('knowledge/policy'),
      register: loadDocuments('knowledge/documents.yaml'),
      today: '2026-11-27',
    })
    await stores[0]?.decrees.adopt('Tăng lương', fakeDecree, change, 'test')
    await job(0, 'export', join(folder, 'one'))
    const salary = readFileSync(join(folder, 'one', 'knowledge', 'policy', 'base-salary.yaml'), 'utf8')
    expect(salary).toContain('  - from: 2026-07-01\n    until: 2027-06-30\n    value: 2.530.000 đồng\n')
    expect(salary).toContain('    source: { act: 1/2027/NĐ-CP, place: Điều 3 khoản 2 }\n')
    const written = loadParameters(join(folder, 'one', 'knowledge', 'policy'))
    const acts = loadDocuments(join(folder, 'one', 'knowledge', 'documents.yaml'))
    expect(checkPolicy(written, acts, '2026-11-27').filter(({ level }) => level === 'error')).toEqual([])
    expect((await job(1, 'import', join(folder, 'one'), '--dry-run')).at(-1)).toContain('2 câu khác')
    await job(1, 'import', join(folder, 'one'), 'publish')
    await job(1, 'export', join(folder, 'two'))
    expect(filesIn('two')).toEqual(filesIn('one'))
    expect(filesIn('one').filter(([file]) => file.includes('cau-moi'))).toHaveLength(1)
    const again = await job(1, 'import', join(folder, 'two'), '--dry-run')
    expect(again).toEqual(['0 câu khác với đang dùng; chưa ghi gì.'])
  })

  test('without "publish" it only makes drafts', async () => {
    await stores[1]?.revisions.rollBack('unemployment-who', undefined, 'test')
    await job(1, 'import', join(folder, 'one'))
    const open = (await stores[1]?.revisions.open()) ?? []
    expect(open.map(({ entry, state }) => [entry, state])).toEqual([['unemployment-who', 'draft']])
  })
})
