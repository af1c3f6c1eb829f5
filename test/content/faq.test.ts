import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { loadAllFaq } from '../../src/adapters/files/load-faq.ts'
import { loadTopics } from '../../src/adapters/files/load-topics.ts'
import { checkKnowledge } from '../../src/cli/knowledge-check.ts'
import { bannedWords } from '../../src/faq/answer-words.ts'

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

test('there are the 99 topics, and the voice guide still bans words', () => {
  expect(loadTopics('.')).toHaveLength(99)
  expect(bannedWords(readFileSync('knowledge/voice.md', 'utf8')).length).toBeGreaterThan(10)
})
