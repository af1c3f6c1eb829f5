import { describe, expect, test } from 'vitest'
import { during } from '../../src/policy/during.ts'
import { numberOf, parameterFile } from '../../src/policy/parameter-file.ts'
import { NotInForce, PolicyBook } from '../../src/policy/policy-book.ts'

const source = { act: '1/2020/NĐ-CP', place: 'Điều 1' }
const entry = (from: string, value: string, until?: string) => ({
  from,
  value,
  certainty: 'confirmed',
  source,
  ...(until === undefined ? {} : { until }),
})
const parameter = (name: string, ...values: object[]) =>
  parameterFile.parse({ name, label: `Nhãn ${name}`, checked: '2026-01-01', checkBy: '2026-12-31', values })

/** Laid out anew for every test, so that each shows what laying out does. */
const lay = () =>
  new PolicyBook([
    parameter(
      'level',
      entry('2020-01-01', '100 đồng', '2020-12-31'),
      entry('2022-01-01', '200 đồng', '2022-12-31'),
      entry('2023-01-01', '200 đồng', '2023-12-31'),
      entry('2024-01-01', '300 đồng'),
    ),
    parameter('follower', {
      from: '2022-07-01',
      until: '2024-06-30',
      equals: 'level',
      certainty: 'single-source',
      source: { act: '2/2022/QH15', place: 'Điều 2' },
    }),
  ])

describe('the value of a day', () => {
  test.each([
    ['2020-01-01', 100],
    ['2020-12-31', 100],
    ['2022-01-01', 200],
    ['2023-12-31', 200],
    ['2024-01-01', 300],
    ['2099-01-01', 300],
  ] as const)('on %s is %d', (day, value) => {
    expect(lay().on(day, 'level').value).toBe(value)
  })

  test.each(['2019-12-31', '2021-01-01', '2021-12-31'] as const)('on %s, in a gap, there is none', (day) => {
    expect(lay().find(day, 'level')).toBeUndefined()
    expect(() => lay().on(day, 'level')).toThrow(new NotInForce('level', day))
    expect(String(new NotInForce('level', day))).toBe(`NotInForce: no value of level is known for ${day}`)
  })

  test('an unknown name has none, and its label is the name', () => {
    expect(lay().find('2024-01-01', 'unknown')).toBeUndefined()
    expect(lay().labelOf('unknown')).toBe('unknown')
    expect(lay().labelOf('level')).toBe('Nhãn level')
  })
})

describe('the days on which something changes', () => {
  const ends = parameter('ends', entry('2021-03-01', '5 tháng', '2021-12-30'))
  const book = new PolicyBook([...lay().parameters, ends])

  test('are the starts and the days after the ends, once each and in order', () => {
    expect(book.changesBetween('2019-01-01', '2099-12-31')).toEqual([
      '2020-01-01',
      '2021-01-01',
      '2021-03-01',
      '2021-12-31',
      '2022-01-01',
      '2022-07-01',
      '2023-01-01',
      '2024-01-01',
      '2024-07-01',
    ])
  })

  test('leave out the first day asked about and take in the last', () => {
    expect(book.changesBetween('2022-01-01', '2023-01-01')).toEqual(['2022-07-01', '2023-01-01'])
    expect(book.changesBetween('2023-01-02', '2023-12-31')).toEqual([])
  })

  test('cut a period into stretches, each said once', () => {
    expect(during('level', '2020-06-01', '2024-12-31', book)).toEqual([
      { from: '2020-06-01', printed: '100 đồng' },
      { from: '2021-01-01', printed: undefined },
      { from: '2022-01-01', printed: '200 đồng' },
      { from: '2024-01-01', printed: '300 đồng' },
    ])
  })
})

describe('a parameter that follows another', () => {
  test('has its value on its own days only, under its own name', () => {
    expect(lay().find('2022-06-30', 'follower')).toBeUndefined()
    expect(lay().on('2022-07-01', 'follower')).toMatchObject({
      name: 'follower',
      label: 'Nhãn follower',
      value: 200,
      from: '2022-07-01',
      until: '2022-12-31',
      certainty: 'single-source',
      source,
      basis: { act: '2/2022/QH15' },
    })
    expect(lay().on('2024-06-30', 'follower')).toMatchObject({ value: 300, until: '2024-06-30' })
    expect(lay().find('2024-07-01', 'follower')).toBeUndefined()
  })
})

const follows = (name: string, of: string, more: object = {}) =>
  parameter(name, { from: '2021-01-01', equals: of, certainty: 'confirmed', source, ...more })

describe('a parameter that follows one of shorter or longer life', () => {
  const root = parameter(
    'root',
    entry('2020-01-01', '100 đồng', '2022-12-31'),
    entry('2023-01-01', '200 đồng'),
  )

  test('begins with the later start and ends with the earlier end', () => {
    const line = new PolicyBook([root, follows('late', 'root')]).timeline('late')
    expect(line.map(({ from, until }) => [from, until])).toEqual([
      ['2021-01-01', '2022-12-31'],
      ['2023-01-01', undefined],
    ])
    const ended = new PolicyBook([root, follows('ended', 'root', { until: '2022-06-30' })])
    expect(ended.timeline('ended').map(({ from, until }) => [from, until])).toEqual([
      ['2021-01-01', '2022-06-30'],
    ])
  })

  test('a day both share is in force', () => {
    const day = new PolicyBook([root, follows('day', 'root', { from: '2022-12-31', until: '2022-12-31' })])
    expect(day.timeline('day').map(({ from, until }) => [from, until])).toEqual([
      ['2022-12-31', '2022-12-31'],
    ])
  })

  test('is as unsure as the less sure of the two, and due with the earlier', () => {
    const early = parameterFile.parse({
      name: 'early',
      label: 'Sớm',
      checked: '2026-01-01',
      checkBy: '2026-06-30',
      values: [{ from: '2021-01-01', equals: 'root', certainty: 'unconfirmed', source }],
    })
    const followed = new PolicyBook([root, early, follows('twice', 'early')])
    expect(followed.on('2024-01-01', 'twice')).toMatchObject({
      certainty: 'unconfirmed',
      checkBy: '2026-06-30',
    })
  })

  test('one that does not exist, or that leads back to itself, is named', () => {
    expect(() => new PolicyBook([follows('a', 'gone')])).toThrow('a: equals trỏ tới tham số không có: gone')
    expect(() => new PolicyBook([follows('a', 'b'), follows('b', 'a')])).toThrow(
      'a: equals vòng tròn: a → b → a',
    )
  })
})

describe('the change that is coming', () => {
  test('is the next different value, not the same one under a new decree', () => {
    expect(lay().next('2022-05-05', 'level')).toMatchObject({ from: '2024-01-01', value: 300 })
    expect(lay().next('2024-01-01', 'level')).toBeUndefined()
  })

  test('in a gap it is the next value there is', () => {
    expect(lay().next('2021-05-05', 'level')).toMatchObject({ from: '2022-01-01', value: 200 })
  })
})

test.each([
  ['1.500.000 đồng', 1_500_000],
  ['4,5%', 4.5],
  ['0,31%', 0.31],
  ['500,5 lần', 500.5],
  ['15 năm', 15],
  ['62 tuổi', 62],
  ['61 tuổi 6 tháng', 61.5],
  ['10 ngày làm việc', 10],
])('%s reads as %d', (printed, value) => {
  expect(numberOf(printed)).toBe(value)
})
