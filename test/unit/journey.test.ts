import { expect, test } from 'vitest'
import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end, type Journey, type Moved, type Progress } from '../../src/conversation/journey.ts'

interface Quote {
  group: string
  income: number
  sure: string
}
const word = { read: ({ text }: { text: string }) => (text === '?' ? undefined : text) }
const world = {}

const quote = defineJourney<Quote, 'done', object>({
  id: 'quote',
  questions: {
    group: { ...word, skip: 'other' },
    income: { read: ({ text }) => Number(text) || undefined },
    sure: { ...word, free: true },
  },
  ends: { done: ['income'] },
  falls: { income: ['sure'] },
  next({ group, income, sure }) {
    if (group === undefined) return ask('group')
    if (income === undefined) return ask('income')
    if (income < 10) return ask('income', { lowest: '10' }, 'note.too-low')
    return sure === undefined ? ask('sure') : end('done', { income: String(income) })
  },
})

test('answers are kept by name, in the order they were given, until the journey ends', () => {
  const moved = say(quote.begin(world), 'poor', '20')
  expect(moved).toMatchObject({ kind: 'asking', progress: { asking: 'sure' } })
  expect(Object.keys(progressOf(moved).answers)).toEqual(['group', 'income'])
  expect(say(moved, 'yes')).toMatchObject({ kind: 'ended', end: { end: 'done', with: { income: '20' } } })
})

test('what is not understood is asked again and changes nothing', () => {
  const moved = say(quote.begin(world), 'poor', 'nhiều')
  expect(moved).toMatchObject({
    understood: false,
    progress: { asking: 'income', answers: { group: 'poor' } },
  })
})

test('an answer to a question still to come is kept, and the open one is asked again', () => {
  const early = defineJourney<{ sex: string; months: number; name: string }, 'done', object>({
    id: 'early',
    questions: {
      sex: { read: ({ text }) => (text === 'nữ' ? text : undefined), skip: 'nữ' },
      months: { read: ({ text }) => Number(/^(\d+) tháng/.exec(text)?.[1]) || undefined },
      name: { ...word, free: true },
    },
    ends: { done: [] },
    next: ({ sex, months, name }) =>
      sex === undefined
        ? ask('sex')
        : months === undefined
          ? ask('months')
          : name
            ? end('done')
            : ask('name'),
  })
  const first = early.begin(world)
  expect(sayTo(early, first, '9 tháng')).toMatchObject({
    understood: true,
    progress: { asking: 'sex', answers: { months: 9 } },
  })
  expect(sayTo(early, first, '9 tháng', 'nữ')).toMatchObject({ progress: { asking: 'name' } })
  expect(sayTo(early, first, 'Lan')).toMatchObject({ understood: false, progress: { answers: {} } })
  expect(sayTo(early, first, 'có')).toMatchObject({ understood: false, progress: { answers: {} } })
})

test('a message that tells several answers answers all it tells', () => {
  const telling = defineJourney<{ paid: number; age: number }, 'done', object>({
    id: 'telling',
    questions: { paid: { read: () => undefined }, age: { read: () => undefined } },
    ends: { done: ['age'] },
    hear: (text) => (text.includes('58t') ? { paid: 12, age: 58 } : {}),
    next: ({ paid, age }) =>
      paid === undefined ? ask('paid') : age === undefined ? ask('age') : end('done'),
  })
  expect(sayTo(telling, telling.begin(world), 'tui 58t dong 12 nam')).toMatchObject({
    kind: 'ended',
    answers: { paid: 12, age: 58 },
  })
})

test('before consent nothing else is kept', () => {
  const sealed = defineJourney<{ consent: 'yes'; commune: string }, 'done', object>({
    id: 'sealed',
    questions: { consent: { read: () => undefined, sealed: true }, commune: word },
    ends: { done: [] },
    next: ({ consent }) => (consent === undefined ? ask('consent') : end('done')),
  })
  expect(sayTo(sealed, sealed.begin(world), 'xã Quỳnh Lưu')).toMatchObject({
    understood: false,
    progress: { asking: 'consent', answers: {} },
  })
})

test('"thế 30 thì sao" puts one answer in place of another, with what falls with it', () => {
  const ended = { answers: { group: 'poor', income: 20, sure: 'yes' }, asking: '' }
  const numbers = defineJourney<Quote, 'done', object>({
    id: 'numbers',
    questions: {
      group: { read: () => undefined },
      income: { read: ({ text }) => Number(text.replace(/\D/g, '')) || undefined },
      sure: { read: () => undefined },
    },
    ends: { done: [] },
    falls: { income: ['sure'] },
    next: () => end('done'),
  })
  expect(numbers.retell(ended, { text: 'thế 30 thì sao' }, world, 'all')).toEqual({
    group: 'poor',
    income: 30,
  })
  expect(numbers.retell(ended, { text: 'thế 30 thì sao' }, world, 'missing')).toBeUndefined()
})

test('an answer that is understood but cannot be is explained and asked again', () => {
  const moved = say(quote.begin(world), 'poor', '5')
  expect(moved).toMatchObject({ understood: true, note: 'note.too-low', with: { lowest: '10' } })
  expect(say(moved, '20')).toMatchObject({ progress: { asking: 'sure' } })
})

test('"bỏ qua" stands for the answer a question allows to be skipped with, and only there', () => {
  const skipped = say(quote.begin(world), 'bo qua')
  expect(skipped).toMatchObject({ progress: { asking: 'income', answers: { group: 'other' } } })
  expect(say(skipped, 'bo qua')).toMatchObject({ understood: false, progress: { asking: 'income' } })
})

test('taking back drops the last answer; again and again, down to the first question', () => {
  const moved = progressOf(say(quote.begin(world), 'poor', '20'))
  const once = quote.takeBack(moved, world)
  expect(progressOf(once)).toEqual({ asking: 'income', answers: { group: 'poor' } })
  const twice = progressOf(quote.takeBack(progressOf(once), world))
  expect(twice).toEqual({ asking: 'group', answers: {} })
  expect(progressOf(quote.takeBack(twice, world))).toEqual(twice)
})

test('one answer can be changed by name: just that is asked again, and what fell with it', () => {
  const ended = say(quote.begin(world), 'poor', '20', 'yes')
  if (ended.kind !== 'ended') throw new Error('expected the end')
  const reopened = quote.takeBack({ answers: ended.answers, asking: '' }, world, 'group')
  expect(progressOf(reopened).asking).toBe('group')
  expect(say(reopened, 'near-poor')).toMatchObject({ kind: 'ended' })
  const income = quote.takeBack({ answers: ended.answers, asking: '' }, world, 'income')
  expect(say(income, '30')).toMatchObject({ kind: 'asking', progress: { asking: 'sure' } })
})

test('a release that adds a question asks it next, and one that removes a question goes on; no answer is lost', () => {
  const wider = defineJourney<Quote & { rhythm: string }, 'done', object>({
    id: 'quote',
    questions: {
      group: word,
      income: { read: ({ text }) => Number(text) || undefined },
      sure: word,
      rhythm: word,
    },
    ends: { done: [] },
    next: ({ rhythm, sure }) =>
      rhythm === undefined ? ask('rhythm') : sure === undefined ? ask('sure') : end('done'),
  })
  const halfWay = progressOf(say(quote.begin(world), 'poor', '20'))
  const after = progressOf(wider.answer({ ...halfWay, asking: 'removed' }, { text: 'yes' }, world))
  expect(after).toEqual({ asking: 'rhythm', answers: { group: 'poor', income: 20 } })
})

test('the question that is open can be asked once more without answering it', () => {
  const moved = progressOf(say(quote.begin(world), 'poor', '5'))
  expect(quote.again(moved, world)).toMatchObject({ understood: true, note: 'note.too-low', progress: moved })
})

function say(moved: Moved, ...lines: readonly string[]): Moved {
  return sayTo(quote, moved, ...lines)
}

function sayTo(journey: Journey<object>, moved: Moved, ...lines: readonly string[]): Moved {
  return lines.reduce((so, text) => journey.answer(kept(progressOf(so)), { text }, world), moved)
}

function progressOf(moved: Moved): Progress {
  if (moved.kind !== 'asking') throw new Error('expected a question')
  return moved.progress
}

/** To storage and back: JSON text, nothing else. */
function kept(progress: Progress): Progress {
  return JSON.parse(JSON.stringify(progress)) as Progress // just written from one
}
