import { expect, test } from 'vitest'
import { CopyBook } from '../../src/conversation/copy-book.ts'

const book = new CopyBook(
  new Map([
    ['hello', ['Chào {name}.', 'Mức {law-number}.']],
    ['change', ['{nothing@next}']],
  ]),
  (text) => text.replace('{law-number}', '22%').replace('{nothing@next}', ''),
)

test('values go in by name, and the numbers of the law into what is left', () => {
  expect(book.say('hello', { name: 'cô Lan' })).toEqual(['Chào cô Lan.', 'Mức 22%.'])
})

test('what begins a sentence begins with a capital, except a web address', () => {
  const words = new CopyBook(
    new Map([['x', ['Xong. {who} giữ số này cho {who}.', '{who}: {link}', '{link}']]]),
  )
  expect(words.say('x', { who: 'cơ quan BHXH', link: 'http://a.vn' })).toEqual([
    'Xong. Cơ quan BHXH giữ số này cho cơ quan BHXH.',
    'Cơ quan BHXH: http://a.vn',
    'http://a.vn',
  ])
})

test('braces that a person typed name nothing', () => {
  expect(book.say('hello', { name: '{law-number}' })[0]).toBe('Chào law-number.')
})

test('a message that only told of something unknown disappears', () => {
  expect(book.say('change')).toEqual([])
})

test('words that are missing are named', () => {
  expect(() => book.say('nowhere')).toThrow('nowhere')
})
