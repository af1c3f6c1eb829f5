import { describe, expect, test } from 'vitest'
import { loadParameters } from '../../src/adapters/files/load-policy.ts'
import { compute } from '../../src/policy/compute.ts'
import { parameterFile } from '../../src/policy/parameter-file.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'
import { isWithin, Workings, workOut } from '../../src/policy/workings.ts'

const parameters = loadParameters('knowledge/policy')
const book = new PolicyBook(parameters)
const on = '2026-11-22'
const line = 'rural-poverty-line'

/** The law with one number that ends on a day and is not known after it. */
const bookWhere = (name: string, until: string) =>
  new PolicyBook(
    parameters.map((one) =>
      one.name === name
        ? parameterFile.parse({ ...one, values: one.values.slice(-1).map((entry) => ({ ...entry, until })) })
        : one,
    ),
  )

describe('the sheet a sum is worked out on', () => {
  test('shows a value as a step once, and rests on it once', () => {
    const sheet = new Workings(on, book)
    expect(sheet.finish({})).toMatchObject({ used: [], because: [], steps: [], certainty: 'confirmed' })
    sheet.take(line)
    sheet.take(line)
    const { used, steps, because } = sheet.finish({})
    expect(used.map(({ name }) => name)).toEqual([line])
    expect(steps).toEqual([
      {
        what: 'Chuẩn hộ nghèo khu vực nông thôn',
        value: '1.500.000 đồng',
        from: '2026-01-01',
        act: '351/2025/NĐ-CP',
      },
    ])
    expect(because).toHaveLength(1)
  })

  test('names both laws of a value that follows another', () => {
    const sheet = new Workings(on, book)
    sheet.take('reference-level')
    sheet.take('base-salary')
    expect(sheet.finish({}).because).toEqual([
      { act: '41/2024/QH15', place: 'Điều 141 khoản 13' },
      { act: '161/2026/NĐ-CP', place: 'Điều 3 khoản 2' },
    ])
  })

  test('is as sure as its least sure step', () => {
    const certaintyWith = (certainty?: 'single-source' | 'unconfirmed') => {
      const sheet = new Workings(on, book)
      sheet.take(line)
      sheet.doubt('Cách làm', 'chưa rõ', certainty)
      return sheet.finish({}).certainty
    }
    expect(certaintyWith('single-source')).toBe('single-source')
    expect(certaintyWith()).toBe('unconfirmed')
  })

  test('keeps the values of a later day for the receipt, but does not rest on them', () => {
    const sheet = new Workings(on, book)
    sheet.take(line)
    sheet.take('voluntary-rate')
    sheet.later('2027-01-01', (later) => [later.take(line), later.take('voluntary-rate')])
    sheet.later('2027-01-01', (later) => later.take(line))
    const { used, because } = sheet.finish({})
    expect(used.map(({ name, from }) => `${name} ${from}`)).toEqual([
      `${line} 2026-01-01`,
      'voluntary-rate 2025-07-01',
      `${line} 2027-01-01`,
    ])
    expect(because.map(({ place }) => place)).not.toContain('chuẩn nghèo giai đoạn 2027-2030')
  })

  test('knows of no later price when the law of that day is not known; a mistake of ours is not hidden', () => {
    const sheet = new Workings(on, book)
    expect(sheet.later('2031-01-01', (later) => later.take(line))).toBeUndefined()
    const broken = () => {
      throw new TypeError('a bug')
    }
    expect(() => sheet.later(on, broken)).toThrow(TypeError)
    expect(() => workOut(on, book, broken)).toThrow(TypeError)
  })
})

test('a change falls within the paid months when its month is one of them', () => {
  expect(isWithin('2026-11-30', on, 1)).toBe(true)
  expect(isWithin('2026-12-01', on, 1)).toBe(false)
  expect(isWithin('2027-01-01', on, 2)).toBe(false)
  expect(isWithin('2027-01-01', on, 3)).toBe(true)
})

describe('a period that crosses a change', () => {
  const steps = (
    law: PolicyBook,
    rule: 'voluntary-contribution' | 'household-health',
    input: object,
    day = on,
  ) => {
    const answer = compute({ rule, on: day as typeof on, input }, { book: law })
    return answer.kind === 'refused' ? [answer.say] : answer.steps.map(({ what }) => what)
  }
  const year = { chosenIncome: 2_200_000, group: 'other', interval: 12 }

  test('is priced as of today also when the price after it is not known', () => {
    const told = steps(bookWhere('voluntary-rate', '2026-12-31'), 'voluntary-contribution', year)
    expect(told.some((what) => what.startsWith('Trong kỳ này, từ 01/01/2027'))).toBe(true)
    expect(told.some((what) => what.startsWith('Nếu đóng từ'))).toBe(false)
  })

  test('of several changes tells the first that moves the price', () => {
    const base = parameters.find(({ name }) => name === 'base-salary')
    const source = { act: '99/2028/NĐ-CP', place: 'Điều 3' }
    const entry = { value: '3.000.000 đồng', certainty: 'confirmed', source }
    const values = [
      { ...entry, from: '2028-01-01', until: '2028-03-31' },
      { ...entry, from: '2028-04-01', until: '2028-05-31', value: '3.100.000 đồng' },
      { ...entry, from: '2028-06-01', value: '3.200.000 đồng' },
    ]
    const law = new PolicyBook(
      parameters.map((one) => (one.name === 'base-salary' ? parameterFile.parse({ ...base, values }) : one)),
    )
    const told = steps(law, 'household-health', { members: 1, months: 12 }, '2028-01-15')
    expect(told.filter((what) => what.startsWith('Trong kỳ này'))).toEqual([
      'Trong kỳ này mức đóng đổi; số tiền trên tính theo ngày đóng. Nếu đóng từ 01/04/2028 thì là',
    ])
  })
})
