import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadParameters } from '../../src/adapters/files/load-policy.ts'
import { figures } from '../../src/policy/figures.ts'
import { parameterFile } from '../../src/policy/parameter-file.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'

const parameters = loadParameters('knowledge/policy')
const register = loadDocuments('knowledge/documents.yaml')
const today = '2026-11-22'

describe('every number in knowledge/policy', () => {
  test('cites a document of the register', () => {
    const unknown = parameters.flatMap(({ name, values }) =>
      values.filter(({ source }) => !register.find(source.act)).map(({ source }) => `${name}: ${source.act}`),
    )
    expect(unknown).toEqual([])
  })

  test('has one value a day: an entry ends before the next begins, or says so by having no end', () => {
    const overlaps = parameters.flatMap(({ name, values }) =>
      values.flatMap(({ until }, i) => {
        const next = values[i + 1]
        return next && (until === undefined || until >= next.from) ? [`${name}: ${next.from}`] : []
      }),
    )
    expect(overlaps).toEqual([])
  })

  test('cites a law that was in force when the value began', () => {
    const early = parameters.flatMap(({ name, values }) =>
      values
        .filter(({ from, source }) => (register.find(source.act)?.until ?? from) < from)
        .map(({ from, source }) => `${name}: ${source.act} had ended on ${from}`),
    )
    expect(early).toEqual([])
  })

  test('does not rest today on a document that has been replaced', () => {
    const replaced = new PolicyBook(parameters).parameters.flatMap(({ name, values }) =>
      values
        .filter(({ from, until }) => from <= today && (until ?? today) >= today)
        .filter(({ source }) => register.replacementOf(source.act, today))
        .map(({ source }) => `${name}: ${source.act}`),
    )
    expect(replaced).toEqual([])
  })

  test('was checked, will be checked again within a year, and is not past that day', () => {
    const wrong = parameters.filter(
      ({ checked, checkBy }) => checkBy <= checked || checkBy > '2027-11-22' || checkBy < today,
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('says why when nobody has confirmed it', () => {
    const silent = parameters.flatMap(({ name, values }) =>
      values
        .filter(({ certainty, note }) => certainty === 'unconfirmed' && !note)
        .map(({ from }) => `${name} ${from}`),
    )
    expect(silent).toEqual([])
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
