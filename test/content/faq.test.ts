import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { loadAllFaq } from '../../src/adapters/files/load-faq.ts'
import { loadTopics } from '../../src/adapters/files/load-topics.ts'
import { checkKnowledge } from '../../src/cli/knowledge-check.ts'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { bannedWords } from '../../src/faq/answer-words.ts'
import { withDeskWords } from '../../src/faq/desk-words.ts'
import { renderAnswer } from '../../src/faq/render-answer.ts'

const all = loadAllFaq('.')

test('nothing in knowledge/ is wrong, today and on every day a number changes within a year', () => {
  expect(checkKnowledge('.', '2026-11-24').filter(({ level }) => level === 'error')).toEqual([])
})

test('each answer stands in the folder of its main topic, under a plain file name', () => {
  const misplaced = all.filter(
    ({ entry, file }) =>
      !/^[a-z0-9-]+\.md$/.test(basename(file)) ||
      !file.startsWith(join('knowledge', 'faq', entry.topics[0] ?? '')),
  )
  expect(misplaced.map(({ file }) => file)).toEqual([])
})

test('each answer fits two messages of a phone, today and once the poverty line has changed', () => {
  const book = loadPolicy('knowledge/policy')
  const desk = { hotline: '1900 0000', officeHours: '7:30 đến 17:00, thứ Hai đến thứ Sáu' }
  const tooLong = (['2026-11-24', '2027-01-01'] as const).flatMap((day) =>
    all.flatMap(({ entry, file }) => {
      const messages = renderAnswer(withDeskWords(entry, desk), day, book)
      const longest = Math.max(...messages.map((text) => [...text].length))
      return messages.length > 2 || longest > 600 ? [`${file}, ${day}: ${messages.length}, ${longest}`] : []
    }),
  )
  expect(tooLong).toEqual([])
})

test('there are the 99 topics, and the voice guide still bans words', () => {
  expect(loadTopics('.')).toHaveLength(99)
  expect(bannedWords(readFileSync('knowledge/voice.md', 'utf8')).length).toBeGreaterThan(10)
})
