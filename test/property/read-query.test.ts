import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFaq } from '../../src/adapters/files/load-faq.ts'
import { loadSearchWords } from '../../src/adapters/files/load-synonyms.ts'
import { asFindable } from '../../src/faq/findable.ts'
import { buildLexicon, countWords } from '../../src/faq/lexicon.ts'
import { readQuery } from '../../src/faq/read-query.ts'
import { telexKeys, withoutMarks } from '../retrieval/eval/noise.ts'

const entries = loadFaq('.').map(asFindable)
const { synonyms } = loadSearchWords('.')
const texts = entries.flatMap(({ title, asks, body }) => [title, ...asks, body])
const lexicon = buildLexicon(countWords(texts, synonyms), synonyms)
const plain = (text: string) =>
  readQuery(text, lexicon).clauses.flatMap(({ words }) => words.map((word) => word.plain))

/** Questions people could ask, and what is left of them once abbreviations and politeness are read. */
const question = fc.constantFrom(
  'muốn đóng bhxh tự nguyện thì nộp tiền ở đâu',
  'nghỉ việc rồi rút bhxh một lần được bao nhiêu',
  'thẻ bhyt của mẹ hết hạn phải làm sao',
  'sinh con xong nộp giấy tờ thai sản cho công ty',
  'mất sổ bảo hiểm xin cấp lại hết mấy ngày',
  'khám trái tuyến ở bệnh viện tỉnh được trả bao nhiêu phần trăm',
  'lương hưu tháng này có tăng không',
)
const read = (text: string) => plain(text).join(' ')

const TONE_MOVED: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['uý', 'úy'],
  ['oá', 'óa'],
  ['uỷ', 'ủy'],
]

describe('the same question is read the same', () => {
  const holds = (name: string, spoil: (text: string) => string) => {
    test(name, () => {
      fc.assert(
        fc.property(question, (text) => {
          expect(read(spoil(text))).toBe(read(text))
        }),
      )
    })
  }
  holds('composed or not', (text) => text.normalize('NFD'))
  holds('without tone marks, đ as d', withoutMarks)
  holds('in capitals', (text) => text.toUpperCase())
  holds('with emoji and stickers of words around it', (text) => `😭🙏 ${text} ❤️❤️`)
  holds('with held keys', (text) => text.replace(/(\p{L})$/u, '$1$1$1$1'))
  holds('with politeness around it', (text) => `dạ cho em hỏi ${text} vậy ạ`)
  holds('with odd spaces', (text) => `  ${text.replaceAll(' ', '   ')}  `)
})

test('where the tone mark stands does not matter', () => {
  for (const [one, other] of TONE_MOVED)
    expect(read(`ủy quyền h${one} th${one}`)).toBe(read(`uỷ quyền h${other} th${other}`))
})

/** The share of words that come through; some keys make another word of ours, which no reader can know. */
function share(text: string, spoilt: string): number {
  const [wanted, found] = [plain(text), new Set(plain(spoilt))]
  return wanted.filter((word) => found.has(word)).length / wanted.length
}

describe('most words come through', () => {
  const most = (name: string, least: number, spoil: (word: string) => string) => {
    test(name, () => {
      fc.assert(
        fc.property(question, fc.integer({ min: 0, max: 5 }), (text, which) => {
          const spoilt = text.split(' ').map((word, i) => (i % 6 === which ? spoil(word) : word))
          expect(share(text, spoilt.join(' '))).toBeGreaterThanOrEqual(least)
        }),
      )
    })
  }
  most('left as Telex keys', 0.85, telexKeys)
  most('left as VNI keys', 0.85, (word) => (withoutMarks(word) === word ? word : `${withoutMarks(word)}1`))
  most('with a letter hit twice', 0.8, (word) => word.replace(/^(..)(.)/u, '$1$2$2'))
  most('with two letters swapped', 0.7, (word) => word.replace(/^(..)(.)(.)/u, '$1$3$2'))
})

test('joined words are cut again', () => {
  expect(plain('dongbhxhtunguyen')).toEqual(plain('dong bhxh tu nguyen'))
  expect(plain('rutbhxhmotlan')).toEqual(plain('rut bhxh mot lan'))
})

test('abbreviations and regional words are written out', () => {
  expect(plain('đóng bhxh tn bn 1 tháng')).toEqual(plain('đóng bhxh tự nguyện bao nhiêu hằng tháng'))
  expect(plain('nộp ở mô')).toEqual(plain('nộp ở đâu'))
  expect(read('rứa chừng nào có tiền')).toContain('khi nao')
})

test('whatever is typed, reading ends and gives words only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const word of plain(text)) expect(word).toMatch(/^\S+$/)
    }),
  )
})
