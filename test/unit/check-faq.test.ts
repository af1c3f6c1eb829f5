import { expect, test } from 'vitest'
import { checkFaq, type FaqWorld } from '../../src/faq/check-faq.ts'
import type { FaqEntry } from '../../src/faq/faq-entry.ts'
import { DocumentRegister } from '../../src/policy/documents.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'

const good: FaqEntry = {
  id: 'one',
  title: 'Một câu hỏi?',
  topics: ['t'],
  programme: 'voluntary',
  ask: ['dong bao nhieu', ...Array.from({ length: 11 }, (_, i) => `cách hỏi thứ ${i} có dấu`)],
  status: 'approved',
  checked: '2026-11-22',
  law: [],
  related: [],
  body: 'Bác hỏi cháu nhé.',
}
const world: FaqWorld = {
  book: new PolicyBook([]),
  register: new DocumentRegister([]),
  topics: ['t'],
  journeys: ['quote'],
  banned: [{ words: 'theo quy định hiện hành', except: [] }],
  days: ['2026-11-24'],
}
const faultsIn = (change: Partial<FaqEntry>) =>
  checkFaq([{ file: 'a.md', entry: { ...good, ...change } }], world).map(({ say }) => say)

test('a good answer has no fault', () => {
  expect(faultsIn({})).toEqual([])
})

test.each<[string, Partial<FaqEntry>, RegExp]>([
  ['too few ways of asking', { ask: ['dong'] }, /mới có 1 cách hỏi/],
  ['no way of asking without marks', { ask: good.ask.slice(1).concat('thêm một câu') }, /không dấu/],
  ['an unknown topic', { topics: ['x', 't'] }, /không có chủ đề "x"/],
  ['a related answer that does not exist', { related: ['two'] }, /không có câu "two"/],
  ['a journey that does not exist', { next: 'nowhere' }, /không có phần trò chuyện/],
  ['an unregistered act', { law: [{ act: '1/2099/NĐ-CP', place: 'Điều 1' }] }, /1\/2099\/NĐ-CP chưa có/],
  ['an amount typed in words', { body: 'Bác đóng 330.000 đồng.' }, /gõ số "330.000/],
  ['officialese', { body: 'Theo quy định hiện hành thì được.' }, /dùng từ/],
  ['the wrong address', { body: 'Quý khách chờ nhé.' }, /xưng hô/],
  ['Markdown', { body: 'Bác **nhớ** nhé.' }, /ký hiệu/],
  ['a number nobody has', { body: 'Bác đóng {no-such-number}.' }, /chưa có số cho \{no-such-number\}/],
  ['a paragraph too long', { body: 'dài '.repeat(200) }, /đoạn dài/],
])('%s is a fault', (_, change, complaint) => {
  expect(faultsIn(change).join('\n')).toMatch(complaint)
})

test('two answers may not claim one question', () => {
  const twin = { file: 'b.md', entry: { ...good, id: 'two' } }
  const faults = checkFaq([{ file: 'a.md', entry: good }, twin], world)
  expect(faults.filter(({ at }) => at === 'b.md').map(({ say }) => say)).toContain(
    'cách hỏi "dong bao nhieu" đã có trong a.md',
  )
})

test('a topic nobody answers is a fault', () => {
  const faults = checkFaq([{ file: 'a.md', entry: good }], { ...world, topics: ['t', 'u'] })
  expect(faults.map(({ say }) => say)).toEqual(['chủ đề "u" chưa có câu trả lời'])
})
