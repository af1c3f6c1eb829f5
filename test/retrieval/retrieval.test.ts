import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadFaq } from '../../src/adapters/files/load-faq.ts'
import { loadSearchWords } from '../../src/adapters/files/load-synonyms.ts'
import { fold } from '../../src/conversation/fold.ts'
import type { Answer } from '../../src/faq/answer.ts'
import { buildFinder } from '../../src/faq/finder.ts'

const folder = 'test/retrieval'
const question = z.strictObject({ ask: z.string(), topic: z.string(), also: z.array(z.string()).default([]) })
const other = z.strictObject({ ask: z.string(), kind: z.string() })
const caseFile = z.array(z.union([question, other]))

const entries = loadFaq('.')
const words = loadSearchWords('.')
const finder = buildFinder(entries, words)
const covered = new Set(entries.flatMap(({ topics }) => topics))
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const all = files.flatMap((name) => caseFile.parse(parse(readFileSync(`${folder}/${name}`, 'utf8'))))
const questions = all.filter((one) => 'topic' in one).filter(({ topic }) => covered.has(topic))
const others = all.filter((one) => 'kind' in one)

function isRight({ kind, entries: found }: Answer, { topic, also }: z.output<typeof question>): boolean {
  const served = found[0]?.topics ?? []
  return (kind === 'answer' || kind === 'choices') && [topic, ...also].some((one) => served.includes(one))
}

describe('questions in our own words', () => {
  test('are at least 300, and none is a way of asking that an entry already lists', () => {
    const listed = new Set(entries.flatMap(({ ask, title }) => [...ask, title].map(fold)))
    expect(all.length).toBeGreaterThanOrEqual(300)
    expect(all.filter(({ ask }) => listed.has(fold(ask)))).toEqual([])
  })

  test('find their topic first in nine cases of ten', () => {
    const wrong = questions
      .map((one) => ({ one, answer: finder.ask(one.ask) }))
      .filter(({ one, answer }) => !isRight(answer, one))
      .map(
        ({ one, answer }) => `${one.ask} → ${answer.kind} ${answer.entries[0]?.entry.id}, not ${one.topic}`,
      )
    expect(wrong.length / questions.length, wrong.join('\n')).toBeLessThanOrEqual(0.1)
  })

  test('are hardly ever turned away', () => {
    const refused = questions.filter(({ ask }) => ['decline', 'smalltalk'].includes(finder.ask(ask).kind))
    expect(refused.length / questions.length, refused.map(({ ask }) => ask).join('\n')).toBeLessThanOrEqual(
      0.02,
    )
  })
})

describe('messages that are not questions to us', () => {
  test('are known for what they are in nine cases of ten', () => {
    const wrong = others
      .filter(({ ask, kind }) => !kind.split('|').includes(finder.ask(ask).kind))
      .map(({ ask, kind }) => `${ask} → ${finder.ask(ask).kind}, not ${kind}`)
    expect(wrong.length / others.length, wrong.join('\n')).toBeLessThanOrEqual(0.1)
  })

  test('never lose a cry for help', () => {
    const missed = others
      .filter(({ kind }) => kind === 'safety')
      .filter(({ ask }) => finder.ask(ask).kind !== 'safety')
    expect(missed).toEqual([])
  })
})
