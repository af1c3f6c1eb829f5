import { describe, expect, test } from 'vitest'
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

const book = new PolicyBook([
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
    expect(book.on(day, 'level').value).toBe(value)
  })

  test.each(['2019-12-31', '2021-01-01', '2021-12-31'] as const)('on %s, in a gap, there is none', (day) => {
    expect(book.find(day, 'level')).toBeUndefined()
    expect(() => book.on(day, 'level')).toThrow(NotInForce)
  })

  test('an unknown name has none, and its label is the name', () => {
    expect(book.find('2024-01-01', 'unknown')).toBeUndefined()
    expect(book.labelOf('unknown')).toBe('unknown')
    expect(book.labelOf('level')).toBe('Nhãn level')
  })
})

describe('a parameter that follows another', () => {
  test('has its value on its own days only, under its own name', () => {
    expect(book.find('2022-06-30', 'follower')).toBeUndefined()
    expect(book.on('2022-07-01', 'follower')).toMatchObject({
      name: 'follower',
      label: 'Nhãn follower',
      value: 200,
      from: '2022-07-01',
      until: '2022-12-31',
      certainty: 'single-source',
      source,
      basis: { act: '2/2022/QH15' },
    })
    expect(book.on('2024-06-30', 'follower')).toMatchObject({ value: 300, until: '2024-06-30' })
    expect(book.find('2024-07-01', 'follower')).toBeUndefined()
  })
})

describe('the change that is coming', () => {
  test('is the next different value, not the same one under a new decree', () => {
    expect(book.next('2022-05-05', 'level')).toMatchObject({ from: '2024-01-01', value: 300 })
    expect(book.next('2024-01-01', 'level')).toBeUndefined()
  })

  test('in a gap it is the next value there is', () => {
    expect(book.next('2021-05-05', 'level')).toMatchObject({ from: '2022-01-01', value: 200 })
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
