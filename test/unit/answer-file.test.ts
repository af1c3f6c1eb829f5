import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { loadAllFaq, readFaqText } from '../../src/adapters/files/load-faq.ts'
import { fileText, isSameText } from '../../src/answers/file-text.ts'
import type { AnswerText } from '../../src/answers/revision.ts'

const all = loadAllFaq('.')
const [first] = all

test('every answer of the repository is written as its file is, to the byte', () => {
  expect(all.length).toBeGreaterThan(200)
  const changed = all.filter(({ file, entry }) => fileText(entry) !== readFileSync(file, 'utf8'))
  expect(changed.map(({ file }) => file)).toEqual([])
})

test('whatever an officer types comes back as typed', () => {
  const typed = fc
    .string({ minLength: 2, maxLength: 40, unit: 'grapheme' })
    .map((text) => text.normalize('NFC'))
  const spiky = fc.constantFrom(
    '- gạch',
    '# thăng',
    'a: b',
    "'nháy'",
    '"kép"',
    '12',
    'true',
    '{x}',
    'hết:',
    '[a, b]',
  )
  const words = fc.oneof(typed, spiky)
  fc.assert(
    fc.property(fc.array(words, { minLength: 8, maxLength: 12 }), words, words, (ask, place, owner) => {
      const entry: AnswerText = {
        ...(first as { entry: AnswerText }).entry,
        ask,
        owner,
        law: [{ act: '1/2', place: `${place}!` }],
      }
      const back = readFaqText('x.md', fileText(entry))
      expect(back).toEqual({ ...entry, body: entry.body.trim() })
      expect(isSameText(back, entry)).toBe(true)
      expect(parse(fileText(entry).split('---\n')[1] ?? '')).toMatchObject({ ask, owner })
    }),
  )
})
