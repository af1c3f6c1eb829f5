import { describe, expect, test } from 'vitest'
import { journeys } from '../../dialogs/index.ts'
import { messengerLimits } from '../../src/adapters/messenger/reply-body.ts'
import { Speaker } from '../../src/bot/speaker.ts'
import type { CopyBook } from '../../src/conversation/copy-book.ts'
import { fold } from '../../src/conversation/fold.ts'
import type { Choice } from '../../src/conversation/journey.ts'
import { payload } from '../../src/conversation/meant-by.ts'
import { isQuotable } from '../../src/policy/quoted.ts'
import { desk, knowledge } from '../support/talk.ts'
import { worldOn } from '../support/world.ts'

const LONGEST = 400
const world = worldOn('2026-11-24')
const speaker = new Speaker(knowledge, desk, world.today)
const fromDesk = ['operator', 'hotline', 'officeHours', 'contact', 'privacy', 'days']
const homeHoles: Readonly<Record<string, readonly string[]>> = {
  masked: ['what'],
  'read-back': ['lines'],
  'read-back.whole': ['lines'],
  'end.no-figure': ['say'],
  'note.stale': ['due'],
  'person.open': ['by'],
  'person.shut': ['from', 'by'],
  'person.holiday': ['holiday', 'from', 'by'],
  'note.everyday': [
    'everyMonth',
    'everyQuarter',
    'everyHarvestOfTwo',
    'everyHarvestOfThree',
    'pigDay',
    'pigMonth',
  ],
}

const laws = (holes: readonly string[]) => holes.filter((hole) => !isQuotable(hole, world.policy))
const labelOf = (id: string, choice: Choice) =>
  'key' in choice ? speaker.journey(id, [choice.key], {}).join(' ') : choice.label

describe.each(journeys)('dialogs/$id/copy.vi.yaml', (journey) => {
  const copy = knowledge.copies.get(journey.id)
  if (!copy) throw new Error('no copy')
  const has = (key: string) => copy.has(key) || knowledge.home.has(key) // what many journeys ask alike stands in home
  const choicesOf = (name: string) => journey.questions[name]?.choices?.({}, world) ?? []

  test('has words for every question: asked, asked again in other words, and offered to be changed', () => {
    const names = Object.keys(journey.questions)
    const wanted = names.flatMap((name) => [`ask.${name}`, `edit.${name}`])
    // consent is never asked again in other words: anything but yes is no
    const again = names.filter((name) => !journey.questions[name]?.sealed).map((name) => `again.${name}`)
    expect([...wanted, ...again].filter((key) => !has(key))).toEqual([])
  })

  test('has words for every button, short enough for Messenger, and no two alike', () => {
    for (const name of Object.keys(journey.questions)) {
      const labels = choicesOf(name).map((choice) => labelOf(journey.id, choice))
      expect(labels.filter((label) => [...label].length > messengerLimits.buttonLength)).toEqual([])
      expect(new Set(labels.map(fold)).size).toBe(labels.length)
    }
  })

  test('every button, tapped or typed exactly as shown, is understood, with and without tone marks', () => {
    const deaf = Object.keys(journey.questions).flatMap((name) =>
      choicesOf(name)
        .map((choice) => labelOf(journey.id, choice))
        .flatMap((label) => [label, fold(label)])
        .filter((text) => !journey.understands({ answers: {}, asking: name }, { text }, world)),
    )
    expect(deaf).toEqual([])
  })

  test('has words for every ending, and uses only the {names} that ending provides', () => {
    const wrong = Object.entries(journey.ends).flatMap(([name, provided]) => {
      const book = [copy, knowledge.home].find((one) => one.has(`end.${name}`))
      return book
        ? laws(book.holes(`end.${name}`)).filter((hole) => ![...provided, ...fromDesk].includes(hole))
        : [`end.${name} is missing`]
    })
    expect(wrong).toEqual([])
  })
})

const books: readonly (readonly [string, CopyBook])[] = [['home', knowledge.home], ...knowledge.copies]

describe.each(books)('the words of dialogs/%s', (purpose, copy) => {
  const all = copy.keys().flatMap((key) => copy.raw(key).map((text) => ({ key, text })))

  test('quote no number of their own: only "again." may show how to type one', () => {
    expect(
      all.filter(({ key, text }) => !key.startsWith('again.') && /\d/.test(text.replace(/\{[^}]*\}/g, ''))),
    ).toEqual([])
  })

  test('stay short: one idea a message', () => {
    expect(all.filter(({ text }) => [...text].length > LONGEST).map(({ key }) => key)).toEqual([])
  })

  test('say "cháu" and "bác", and are composed Unicode', () => {
    const wrong = /(?<!\p{L})(bạn|mình sẽ|quý khách|anh\/chị|chúng tôi|vui lòng)(?!\p{L})/iu
    expect(all.filter(({ text }) => wrong.test(text) || text !== text.normalize('NFC'))).toEqual([])
  })

  test('leave no {name} unfilled', () => {
    if (purpose !== 'home') return
    const unknown = copy
      .keys()
      .flatMap((key) => laws(copy.holes(key)).map((hole) => ({ key, hole })))
      .filter(({ key, hole }) => ![...fromDesk, ...(homeHoles[key] ?? [])].includes(hole))
    expect(unknown).toEqual([])
  })
})

test('every answer leads to a journey that exists', () => {
  const known = new Set(journeys.map(({ id }) => id))
  const lost = knowledge.entries.filter(({ next }) => next !== undefined && !known.has(next))
  expect(lost.map(({ id, next }) => ({ id, next }))).toEqual([])
})

test('there are words for everything that comes without words, and for every kind of secret', () => {
  const wordless = 'sticker image gif audio video file location link contact other'.split(' ')
  const secrets =
    'citizen-id old-citizen-id insurance-number health-card bank-account bank-card one-time-code'.split(' ')
  const keys = [...wordless.map((what) => `wordless.${what}`), ...secrets.map((kind) => `secret.${kind}`)]
  expect(keys.filter((key) => !knowledge.home.has(key))).toEqual([])
})

test('without a hotline nothing points at one', () => {
  const without = new Speaker(knowledge, { ...desk, hotline: undefined }, world.today)
  const said = knowledge.home
    .keys()
    .filter((key) => !key.endsWith('.no-hotline') && !(key in homeHoles))
    .flatMap((key) => without.home(key))
  expect(said.filter((text) => /gọi {2}/.test(text))).toEqual([])
})

test('a payload never looks like one of consent unless it is one', () => {
  const others = [payload.choose('x'), payload.go('x'), payload.faq('x'), payload.edit('x')]
  expect(others.filter((code) => /^#(agree|refuse):/.test(code))).toEqual([])
})
