import { describe, expect, test } from 'vitest'
import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadParameters } from '../../src/adapters/files/load-policy.ts'
import { checkDecree } from '../../src/decrees/check-decree.ts'
import type { DecreeForm, DecreeRow } from '../../src/decrees/form.ts'
import { listParameters } from '../../src/decrees/list-parameters.ts'
import { readValue, saidAgain } from '../../src/decrees/read-value.ts'
import { sumInWords } from '../../src/decrees/sum-words.ts'
import { compute, recompute } from '../../src/policy/compute.ts'
import { registerWith, withChanges } from '../../src/policy/law-change.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'
import type { Day } from '../../src/policy/values.ts'
import { decreeRow, fakeDecree } from '../support/decrees.ts'

const parameters = loadParameters('knowledge/policy')
const register = loadDocuments('knowledge/documents.yaml')
const today: Day = '2026-11-27'
const law = { parameters, register, today }
const checked = (form: DecreeForm) => checkDecree(form, law)
const blocks = (form: DecreeForm) =>
  checked(form)
    .findings.filter(({ level }) => level === 'block')
    .map(({ say }) => say)
const warnings = (form: DecreeForm) =>
  checked(form)
    .findings.filter(({ level }) => level === 'warn')
    .map(({ say }) => say)
const withRow = (change: Partial<DecreeRow>): DecreeForm => ({ ...fakeDecree, rows: [decreeRow(change)] })
/** Of an act that the register knows. */
const cited = (change: Partial<DecreeRow>): DecreeForm => ({
  ...withRow({ act: '161/2026/NĐ-CP', ...change }),
  documents: [],
})

describe('values as people type them', () => {
  test.each([
    ['2.530.000', 'đồng', '2.530.000 đồng'],
    ['2530000', 'đồng', '2.530.000 đồng'],
    ['2.530.000 đồng', 'đồng', '2.530.000 đồng'],
    ['2,53 triệu', 'đồng', '2.530.000 đồng'],
    ['4,5', '%', '4,5%'],
    ['4.5%', '%', '4,5%'],
    ['20', 'lần', '20 lần'],
    ['10 ngày làm việc', 'ngày làm việc', '10 ngày làm việc'],
    ['61 tuổi 6 tháng', 'tuổi tháng', '61 tuổi 6 tháng'],
    ['62', 'tuổi tháng', '62 tuổi'],
    ['áp dụng', 'áp dụng', 'áp dụng'],
  ])('%s in %s is %s', (typed, unit, printed) => {
    expect(readValue(typed, unit)).toBe(printed)
  })

  test.each([
    ['2.53', 'đồng'],
    ['2 hoặc 3 triệu', 'đồng'],
    ['', 'đồng'],
    ['22%', 'đồng'],
    ['5 triệu', '%'],
    ['<b>1</b>', 'lần'],
    ['61 tuổi 13 tháng', 'tuổi'],
  ])('%s in %s is not sure', (typed, unit) => {
    expect(readValue(typed, unit)).toBeUndefined()
  })

  test('an amount is said again in words to be compared with the paper', () => {
    expect(saidAgain('2.530.000 đồng')).toBe('2 triệu 530 nghìn đồng')
    expect(saidAgain('45.000.500 đồng')).toBe('45 triệu 500 đồng')
    expect(saidAgain('4,5%')).toBe('4,5%')
  })
})

describe('a decree that is right', () => {
  test('ends what was open the day before, carries its document, and ends the one it replaces', () => {
    const { change, findings } = checked(fakeDecree)
    expect(findings.filter(({ level }) => level === 'block')).toEqual([])
    const values = withChanges(parameters, [change]).find(({ name }) => name === 'base-salary')?.values ?? []
    expect(values.slice(-2).map(({ from, until, value }) => [from, until, value])).toEqual([
      ['2026-07-01', '2027-06-30', '2.530.000 đồng'],
      ['2027-07-01', undefined, '2.800.000 đồng'],
    ])
    expect(registerWith(register, [change]).find('161/2026/NĐ-CP')?.until).toBe('2027-06-30')
  })

  test('put over files that have it already, it changes nothing; over files that say another thing, the files stand', () => {
    const { change } = checked(fakeDecree)
    const once = withChanges(parameters, [change])
    expect(withChanges(once, [change])).toEqual(once)
    const corrected = checked(withRow({ value: '2,7 triệu' })).change
    const files = withChanges(parameters, [corrected])
    const now = new PolicyBook(withChanges(files, [change]))
    expect(now.on('2027-07-01', 'base-salary').printed).toBe('2.700.000 đồng')
  })

  test('a value that is known for the same future day is replaced knowingly', () => {
    const form = cited({
      name: 'rural-poverty-line',
      from: '2027-01-01',
      until: '2030-12-31',
      value: '2,3 triệu',
    })
    expect(blocks(form)).toEqual([])
    expect(warnings(form).join()).toContain('thay giá trị đã biết của đúng ngày 01/01/2027')
    const book = new PolicyBook(withChanges(parameters, [checked(form).change]))
    expect(book.on('2027-01-01', 'rural-poverty-line').printed).toBe('2.300.000 đồng')
    expect(book.on('2026-12-31', 'rural-poverty-line').printed).toBe('1.500.000 đồng')
  })

  test('only looked at again: the value stays, the day to look again moves', () => {
    const form = cited({ kind: 'check', name: 'voluntary-monthly-rate', checkBy: '2027-03-31' })
    const [before, after] = [parameters, withChanges(parameters, [checked(form).change])].map((all) =>
      all.find(({ name }) => name === 'voluntary-monthly-rate'),
    )
    expect(after).toEqual({ ...before, checked: today, checkBy: '2027-03-31' })
  })
})

describe('what blocks, in words', () => {
  test.each<[string, DecreeForm, RegExp]>([
    ['no number', { ...fakeDecree, rows: [] }, /Chưa có con số/],
    ['no place where it was read', { ...fakeDecree, read: '' }, /đọc văn bản ở đâu/],
    ['no value', withRow({ value: '' }), /chưa ghi giá trị mới/],
    ['a value in another unit', withRow({ value: '22%' }), /chưa đọc được giá trị "22%"/],
    ['no act', withRow({ act: '' }), /chưa chọn văn bản/],
    ['an act nobody knows', withRow({ act: '999/2027/NĐ-CP' }), /chưa có trong sổ văn bản/],
    ['no article', withRow({ place: '' }), /chưa ghi điều, khoản/],
    ['from today', withRow({ from: today }), /phải sau hôm nay/],
    ['in the past', withRow({ from: '2026-07-01' }), /phải sau hôm nay/],
    ['no day', withRow({ from: '' }), /chưa ghi ngày bắt đầu/],
    ['ends before it begins', withRow({ until: '2027-01-01' }), /ngày hết hiệu lực/],
    ['unsure without a reason', withRow({ certainty: 'unconfirmed' }), /vì sao chưa chắc/],
    ['no check-by', withRow({ checkBy: '' }), /ngày phải xem lại/],
    ['past its check-by', withRow({ checkBy: '2026-11-01' }), /ngày phải xem lại đã qua/],
    ['twice the same', { ...fakeDecree, rows: [decreeRow({}), decreeRow({})] }, /ghi hai lần/],
    ['a replaced document', cited({ act: '73/2024/NĐ-CP' }), /đã (hết hiệu lực|được thay)/],
    [
      'a gap',
      cited({ name: 'voluntary-monthly-rate', value: '0,4', from: '2027-02-01' }),
      /không có giá trị từ sau 31\/12\/2026/,
    ],
    [
      'a document the register has',
      { ...fakeDecree, documents: fakeDecree.documents.map((one) => ({ ...one, number: '161/2026/NĐ-CP' })) },
      /đã có trong sổ/,
    ],
    [
      'a document without its days',
      { ...fakeDecree, documents: fakeDecree.documents.map((one) => ({ ...one, from: '' })) },
      /chưa ghi ngày có hiệu lực/,
    ],
  ])('%s', (_, form, say) => {
    expect(blocks(form).join('\n')).toMatch(say)
  })

  test('a zero too many is asked about, not refused', () => {
    const form = withRow({ value: '28 triệu' })
    expect(blocks(form)).toEqual([])
    expect(warnings(form).join()).toContain('đếm lại số 0')
  })
})

test('a higher base salary moves what a household pays for health from its day, and nothing else of any day before', () => {
  const after = new PolicyBook(withChanges(parameters, [checked(fakeDecree).change]))
  const before = new PolicyBook(parameters)
  const total = (on: Day, book: PolicyBook) => {
    const answer = compute({ rule: 'household-health', on, input: { members: 1, months: 12 } }, { book })
    return answer.kind === 'refused' ? answer.say : answer.result.total
  }
  expect(total('2027-06-30', after)).toBe(1_366_200) // 4,5% of 2.530.000, twelve months
  expect(total('2027-07-01', after)).toBe(1_512_000) // 4,5% of 2.800.000, twelve months
  expect(total('2027-07-01', before)).toBe(1_366_200)
  const moved = parameters.filter(
    ({ name }) => after.find('2027-07-01', name)?.printed !== before.find('2027-07-01', name)?.printed,
  )
  expect(moved.map(({ name }) => name).sort()).toEqual([
    'base-salary',
    'compulsory-cap-level',
    'health-reference-level',
    'reference-level',
    'voluntary-cap-level',
  ])
})

test('a receipt of a sum with a value that was entered here proves itself after that value is gone', () => {
  const book = new PolicyBook(withChanges(parameters, [checked(fakeDecree).change]))
  const question = { rule: 'household-health', on: '2027-07-01', input: { members: 2, months: 12 } } as const
  const answer = compute(question, { book })
  if (answer.kind === 'refused') throw new Error(answer.say)
  expect(recompute(answer.receipt)?.answer).toEqual(answer)
})

test('found without tone marks, by name, by act; what changes, is overdue, is unsure', () => {
  const list = (find: string, state: Parameters<typeof listParameters>[0]['state'] = '') =>
    listParameters({ find, state }, { book: new PolicyBook(parameters), today: '2027-01-02', open: [] }).map(
      ({ parameter }) => parameter.name,
    )
  expect(list('muc luong co so')).toContain('base-salary')
  expect(list('161/2026')).toContain('base-salary')
  expect(list('', 'overdue')).toContain('voluntary-monthly-rate')
  expect(list('', 'changing')).toContain('pension-age-men')
  expect(list('', 'unconfirmed')).not.toContain('base-salary')
  expect(list('không có gì như vậy')).toEqual([])
})

test('a sum is told in an officer’s words', () => {
  expect(sumInWords('perMember.0.amount 1.366.200, total 4.098.600, độ chắc single-source')).toBe(
    'người thứ 1 số tiền 1.366.200; tổng 4.098.600; độ chắc mới có một nguồn',
  )
})
