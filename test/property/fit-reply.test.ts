import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitReply } from '../../src/conversation/fit-reply.ts'

const vocabulary = [
  'đóng',
  'bảo',
  'hiểm',
  '264.000đ',
  'tự',
  'nguyện.',
  'Điều',
  '36?',
  'khoản',
  '1.',
  'ạ!\n',
  'NFD'.normalize('NFD'),
]
const text = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 80 })
  .map((words) => words.join(' '))
const label = fc.constantFrom(
  'Có',
  'Không',
  'Hộ nghèo',
  'Hộ cận nghèo',
  'Không thuộc diện nào',
  'Dân tộc thiểu số',
)
const buttons = fc
  .array(label, { maxLength: 15 })
  .map((labels) => labels.map((label, i) => ({ label, payload: `#${i}` })))
const limits = fc.record({
  textLength: fc.integer({ min: 12, max: 60 }),
  buttons: fc.integer({ min: 0, max: 13 }),
  buttonLength: fc.integer({ min: 1, max: 20 }),
})
const reply = fc.record({ text, buttons })
const anything = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 200 }), buttons })

const lengthOf = (text: string) => [...text.normalize('NFC')].length
const wordsOf = (text: string) => text.normalize('NFC').split(/\s+/).filter(Boolean)

test('every message fits the channel, is not empty, and only the last has buttons', () => {
  fc.assert(
    fc.property(fc.oneof(reply, anything), limits, (reply, limits) => {
      const pieces = fitReply(reply, limits)
      for (const [i, piece] of pieces.entries()) {
        expect(piece.text.trim()).not.toBe('')
        expect(lengthOf(piece.text)).toBeLessThanOrEqual(limits.textLength)
        expect(piece.buttons.length).toBeLessThanOrEqual(limits.buttons)
        for (const { label } of piece.buttons)
          expect(lengthOf(label)).toBeLessThanOrEqual(limits.buttonLength)
        if (i < pieces.length - 1) expect(piece.buttons).toEqual([])
      }
    }),
  )
})

test('no word is lost, cut or moved, and every choice is there to be read', () => {
  fc.assert(
    fc.property(reply, limits, (reply, limits) => {
      const pieces = fitReply(reply, limits)
      const shown = wordsOf(pieces.map(({ text }) => text).join('\n'))
      const labels = reply.buttons.map(({ label }) => label)
      const tappable = pieces.flatMap(({ buttons }) => buttons.map(({ label }) => label))
      const asButtons = wordsOf(reply.text)
      const asList = wordsOf([reply.text, ...labels.map((label, i) => `${i + 1}. ${label}`)].join('\n'))
      const whole = tappable.length === labels.length && tappable.every((label, i) => label === labels[i])
      expect(shown).toEqual(whole ? asButtons : asList)
    }),
  )
})

test('whatever is tapped sends the payload of the choice it stands for', () => {
  fc.assert(
    fc.property(reply, limits, (reply, limits) => {
      for (const { label, payload } of fitReply(reply, limits).at(-1)?.buttons ?? []) {
        const meant = reply.buttons.filter((button, i) => button.label === label || String(i + 1) === label)
        expect(meant.map((button) => button.payload)).toContain(payload)
      }
    }),
  )
})

test('no letter of any text is lost, whatever people or editors put into it', () => {
  fc.assert(
    fc.property(anything, limits, ({ text }, limits) => {
      const pieces = fitReply({ text, buttons: [] }, limits)
      const letters = (each: string) => each.normalize('NFC').replace(/\s/g, '')
      expect(letters(pieces.map(({ text }) => text).join('\n'))).toBe(letters(text))
    }),
  )
})

test('fitting what already fits changes nothing', () => {
  fc.assert(
    fc.property(reply, limits, (reply, limits) => {
      const pieces = fitReply(reply, limits)
      expect(pieces.flatMap((piece) => fitReply(piece, limits))).toEqual(pieces)
    }),
  )
})
