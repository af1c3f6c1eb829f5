import { expect, test } from 'vitest'
import { payload } from '../../src/conversation/meant-by.ts'
import { route, type Place } from '../../src/conversation/route.ts'

interface Found {
  readonly kind: string
}
const kinds: Readonly<Record<string, string>> = {
  'toi muon chet': 'safety',
  'muon chet': 'safety',
  'bhyt mua o dau vay': 'answer',
  'cam on nhieu nha': 'smalltalk',
}
const offered = [
  { label: 'Hộ nghèo', payload: payload.choose('Hộ nghèo') },
  { label: 'Tìm điểm thu', payload: payload.go('find-collection-point') },
]
const home: Place<Found> = {
  offered,
  isOpen: false,
  expectsCode: false,
  takesAnyWords: false,
  understands: () => false,
  understandsAhead: () => false,
  search: (text) => ({ kind: kinds[text] ?? 'decline' }),
}
const closedQuestion: Place<Found> = { ...home, isOpen: true, understands: ({ text }) => text === 'Hộ nghèo' }
const nameQuestion: Place<Found> = {
  ...home,
  offered: [],
  isOpen: true,
  takesAnyWords: true,
  understands: () => true,
}

const to = (text: string, place: Place<Found>) => route({ text }, place).to

test('"không phải" is about what we said last, unless the open question takes it for an answer', () => {
  const yesOrNo: Place<Found> = { ...closedQuestion, understands: ({ text }) => text === 'không phải' }
  expect(route({ text: 'không phải' }, home)).toEqual({ to: 'command', command: 'none' })
  expect(route({ text: 'ko phai y toi' }, home)).toEqual({ to: 'command', command: 'none' })
  expect(to('không phải', yesOrNo)).toBe('question')
})

test('harm comes before everything, even where any words would do', () => {
  expect(to('toi muon chet', closedQuestion)).toBe('search')
  expect(to('muon chet', nameQuestion)).toBe('search')
})

test.each([
  'huỷ',
  'huy',
  'quay lại',
  'quay lai nhé',
  'sửa',
  'sua',
  'về đầu',
  've dau',
  'menu',
  'gặp người',
  'gap nguoi',
  'dừng',
  'thoát',
  'bat dau lai',
  'stop',
])('the global word "%s" comes before the open question', (text) => {
  for (const place of [home, closedQuestion, nameQuestion]) expect(to(text, place)).toBe('command')
})

test('an answer comes before the search, a side question before a miss', () => {
  expect(to('Hộ nghèo', { ...closedQuestion, offered: [] })).toBe('question')
  expect(to('bhyt mua o dau vay', closedQuestion)).toBe('search')
  expect(to('bhyt mua o dau vay', nameQuestion)).toBe('search')
  expect(to('cô Lan', nameQuestion)).toBe('question')
  expect(to('ơ kìa', closedQuestion)).toBe('nobody')
  expect(to('cam on nhieu nha', closedQuestion)).toBe('search')
  expect(to('ơ kìa', home)).toBe('search')
})

test('a label typed, in any spelling, and the number of the list just shown mean their button', () => {
  expect(route({ text: 'tim diem thu' }, home)).toMatchObject({
    meant: { do: 'go', name: 'find-collection-point' },
  })
  expect(route({ text: '2.' }, home)).toMatchObject({ meant: { do: 'go', name: 'find-collection-point' } })
  expect(route({ text: '1' }, closedQuestion)).toEqual({ to: 'question', said: { text: 'Hộ nghèo' } })
  expect(to('3', home)).toBe('search')
})

test('only the code of this turn is consent: an old one, or a number, is not', () => {
  const consent: Place<Found> = {
    ...nameQuestion,
    offered: [
      { label: 'Tôi đồng ý', payload: payload.agree('aa11') },
      { label: 'Tôi không đồng ý', payload: payload.refuse('aa11') },
    ],
  }
  const tap = (code: string) => route({ text: 'Tôi đồng ý', payload: code }, consent)
  expect(tap(payload.agree('aa11'))).toMatchObject({ meant: { do: 'consent' } })
  expect(tap(payload.agree('bb22'))).toMatchObject({ meant: { do: 'stale-consent' } })
  expect(route({ text: '1' }, consent)).toEqual({ to: 'question', said: { text: '1' } })
  expect(route({ text: 'tôi đồng ý' }, consent)).toEqual({ to: 'question', said: { text: 'tôi đồng ý' } })
})

test('"dung" is asked back where it could be "đúng" as well as "dừng"', () => {
  const yesNo: Place<Found> = { ...closedQuestion, understands: ({ text }) => text === 'đúng' }
  expect(to('dung', yesNo)).toBe('stop-or-right')
  expect(to('dừng', yesNo)).toBe('command')
  expect(to('dung', home)).toBe('command')
})

test('a phone number nobody asked for is a wish to be called, not a question', () => {
  expect(to('0912 345 678', home)).toBe('call-me')
  expect(to('goi em 0912345678 nhe', home)).toBe('call-me')
  expect(to('0912 345 678', closedQuestion)).toBe('nobody')
})

test('what answers a question still to come is kept, when it is no question to us', () => {
  const ahead: Place<Found> = { ...closedQuestion, understandsAhead: ({ text }) => /nữ|bhyt/.test(text) }
  expect(to('nữ', ahead)).toBe('question')
  expect(to('bhyt mua o dau vay', ahead)).toBe('search')
  expect(to('nữ', { ...ahead, isOpen: false })).toBe('search')
})

test('a question to us is none of the answers it could be read as; a story with the same time is one', () => {
  const howLong: Place<Found> = { ...closedQuestion, understands: ({ text }) => text.includes('1 thang') }
  const answering: Place<Found> = { ...howLong, search: () => ({ kind: 'answer' }) }
  expect(to('gio dong tu nguyen thi bn 1 thang', answering)).toBe('search')
  expect(to('toi dong tu nguyen moi duoc 1 thang', answering)).toBe('question')
  expect(to('khong nho bao nhieu, chac 1 thang', howLong)).toBe('question')
})
