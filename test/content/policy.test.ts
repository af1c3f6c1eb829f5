import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadParameters } from '../../src/adapters/files/load-policy.ts'
import { checkPolicy } from '../../src/policy/check-policy.ts'
import { figures } from '../../src/policy/figures.ts'
import { parameterFile } from '../../src/policy/parameter-file.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'
import type { Day } from '../../src/policy/values.ts'

const parameters = loadParameters('knowledge/policy')
const register = loadDocuments('knowledge/documents.yaml')
const today = '2026-11-22'

describe('every number in knowledge/policy', () => {
  test('cites a registered law of its days, has one value a day, and says why when unconfirmed', () => {
    expect(checkPolicy(parameters, register, today).filter(({ level }) => level === 'error')).toEqual([])
  })

  test('does not rest today on a replaced document, and is not past its check-by day', () => {
    const due = checkPolicy(parameters, register, today).filter(
      ({ say }) => !say.startsWith('không có giá trị'),
    )
    expect(due).toEqual([])
  })

  test('will be looked at again within a year', () => {
    expect(parameters.filter(({ checkBy }) => checkBy > '2027-11-22').map(({ name }) => name)).toEqual([])
  })

  test('is written in composed characters (NFC), with a label no other has', () => {
    const broken = parameters.filter(({ name }) => {
      const text = readFileSync(`knowledge/policy/${name}.yaml`, 'utf8')
      return text !== text.normalize('NFC')
    })
    const labels = parameters.map(({ label }) => label)
    expect(broken).toEqual([])
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([])
  })

  test('is not also a figure: a name means one thing', () => {
    expect(parameters.map(({ name }) => name).filter((name) => figures.has(name))).toEqual([])
  })
})

describe('the checks a lawyer meets when entering a decree', () => {
  const entry = {
    from: '2026-07-01',
    value: '2.530.000 đồng',
    certainty: 'confirmed',
    source: { act: '161/2026/NĐ-CP', place: 'Điều 3 khoản 2' },
  }
  const file = (...values: object[]) =>
    parameterFile.safeParse({ name: 'x', label: 'X', checked: today, checkBy: '2027-05-22', values })
  const complaint = (...values: object[]) => file(...values).error?.issues[0]?.message

  test.each([
    '2.530.000 đồng',
    '4,5%',
    '0,31%',
    '20 lần',
    '31,5 lần',
    '61 tuổi 6 tháng',
    '10 ngày làm việc',
    '50 điểm',
  ])('takes %s as the decree prints it', (value) => {
    expect(file({ ...entry, value }).success).toBe(true)
  })

  test.each(['2530000', '2530000 đồng', '2,530,000 đồng', '0.22', '22 %', '1.5 triệu', '15 nam', ''])(
    'refuses %s with words that say how',
    (value) => {
      expect(complaint({ ...entry, value })).toContain('viết như văn bản luật')
    },
  )

  test('asks for the days in order, oldest first', () => {
    expect(complaint(entry, { ...entry, from: '2025-07-01' })).toContain('xếp theo ngày hiệu lực')
  })

  test('wants a value or the parameter it equals, not both and not neither', () => {
    expect(complaint({ ...entry, equals: 'y' })).toContain('ghi một trong hai')
    expect(complaint({ ...entry, value: undefined })).toContain('ghi một trong hai')
  })

  test('wants the citation, and no word it does not know', () => {
    expect(file({ ...entry, source: undefined }).success).toBe(false)
    expect(file({ ...entry, remark: 'x' }).success).toBe(false)
  })

  test('wants the end after the beginning', () => {
    expect(complaint({ ...entry, until: '2026-06-30' })).toContain('until phải sau from')
  })

  test('refuses a parameter that follows itself or one that does not exist', () => {
    const follow = (equals: string) => {
      const read = file({ ...entry, value: undefined, equals })
      return () => new PolicyBook(read.data ? [read.data] : [])
    }
    expect(follow('x')).toThrow('vòng tròn')
    expect(follow('y')).toThrow('không có: y')
  })
})

describe('what the check tells a reviewer', () => {
  const source = { act: '161/2026/NĐ-CP', place: 'Điều 3 khoản 2' }
  const said = (values: object[], rest: object = {}, on: Day = today) => {
    const file = { name: 'x', label: 'X', checked: today, checkBy: '2027-05-22', values, ...rest }
    return checkPolicy([parameterFile.parse(file)], register, on).map(({ level, say }) => `${level}: ${say}`)
  }
  const value = { value: '1 đồng', certainty: 'confirmed', source }

  test('two values on one day, and days without any', () => {
    expect(
      said([
        { ...value, from: '2026-07-01' },
        { ...value, from: '2027-01-01' },
      ]),
    ).toEqual(['error: hai giá trị cùng một ngày, từ 01/01/2027: ghi until cho giá trị trước'])
    const gap = [
      { ...value, from: '2026-07-01', until: '2026-12-30' },
      { ...value, from: '2027-01-01' },
    ]
    expect(said(gap)).toEqual(['warning: không có giá trị từ sau 30/12/2026 đến trước 01/01/2027'])
    const whole = [
      { ...value, from: '2026-07-01', until: '2026-12-31' },
      { ...value, from: '2027-01-01' },
    ]
    expect(said(whole)).toEqual([])
  })

  test('a document nobody registered, one that had ended, and one that has been replaced', () => {
    const citing = (act: string, from: string) => said([{ ...value, from, source: { ...source, act } }])
    expect(citing('1/2099/NĐ-CP', '2026-07-01')).toEqual([
      'error: văn bản 1/2099/NĐ-CP chưa có trong knowledge/documents.yaml',
    ])
    expect(citing('134/2015/NĐ-CP', '2025-07-01')).toEqual([
      'error: văn bản 134/2015/NĐ-CP đã hết hiệu lực trước ngày 01/07/2025',
    ])
    expect(citing('134/2015/NĐ-CP', '2025-06-30')).toEqual([
      'warning: văn bản 134/2015/NĐ-CP đã được thay bằng 159/2025/NĐ-CP',
    ])
  })

  test('a check that is due, a check-by before the check, and doubt without a reason', () => {
    const fine = [{ ...value, from: '2026-07-01' }]
    expect(said(fine, {}, '2027-05-22')).toEqual([])
    expect(said(fine, {}, '2027-05-23')).toEqual(['warning: quá ngày phải xem lại (22/05/2027)'])
    expect(said(fine, { checkBy: today })).toEqual(['error: checkBy phải sau checked'])
    expect(said([{ ...value, from: '2026-07-01', certainty: 'unconfirmed' }])).toEqual([
      'error: giá trị từ 01/07/2026 chưa xác nhận mà không ghi note vì sao',
    ])
  })
})
