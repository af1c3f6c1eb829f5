import { describe, expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { computeLines, recomputeLine } from '../../src/cli/compute.ts'
import { compute } from '../../src/policy/compute.ts'
import { parameterFile } from '../../src/policy/parameter-file.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'
import type { RuleName } from '../../src/policy/rules.ts'
import type { Day } from '../../src/policy/values.ts'

const book = loadPolicy('knowledge/policy')
const due = (rule: RuleName, on: Day, input: object = {}) => {
  const answer = compute({ rule, on, input }, { book })
  return answer.kind === 'refused' ? answer.refusal : answer.needsChecking
}

describe('a sum past the check-by day of a value it rests on', () => {
  const wage = { parameter: 'regional-minimum-wage-4', label: 'Lương tối thiểu tháng vùng IV' }

  test('names the parameter from the day after, and nothing on the day itself', () => {
    expect(due('voluntary-accident', '2026-12-31', { months: 6 })).toEqual([])
    expect(due('voluntary-accident', '2027-01-01', { months: 6 })).toEqual([
      { ...wage, checkBy: '2026-12-31' },
    ])
  })

  test('says so in the JSON line, and again when it is worked out from its receipt', async () => {
    const lines = ['{"id":1,"months":6}', '{"id":2,"on":"2027-01-01","months":6}']
    const told: string[] = []
    for await (const line of computeLines('voluntary-accident', given(lines), { on: '2026-11-22', book }))
      told.push(line)
    const [fresh, stale = ''] = told
    expect(fresh).not.toContain('needsChecking')
    const { needsChecking, receipt } = JSON.parse(stale) as { needsChecking: unknown; receipt: string }
    expect(needsChecking).toEqual([{ ...wage, checkBy: '2026-12-31' }])
    expect(recomputeLine(receipt).line).toBe(stale)
  })

  test('a day no entry covers is still refused: the mark never stands for a guess', () => {
    expect(due('voluntary-base', '2030-12-31')).toContainEqual({
      parameter: 'rural-poverty-line',
      label: 'Chuẩn hộ nghèo khu vực nông thôn',
      checkBy: '2027-05-22',
    })
    expect(due('voluntary-base', '2031-01-01')).toBe('not-in-force')
  })
})

test('a parameter that follows another is due when the first of the two is', () => {
  const source = { act: '1/2020/NĐ-CP', place: 'Điều 1' }
  const entry = { from: '2020-01-01', certainty: 'confirmed', source }
  const file = (name: string, checkBy: Day, rest: object) =>
    parameterFile.parse({
      name,
      label: name,
      checked: '2020-01-01',
      checkBy,
      values: [{ ...entry, ...rest }],
    })
  const dueOf = (own: Day, followed: Day) => {
    const files = [file('own', own, { equals: 'other' }), file('other', followed, { value: '1 đồng' })]
    return new PolicyBook(files).on('2020-01-01', 'own').checkBy
  }
  expect(dueOf('2021-01-01', '2022-01-01')).toBe('2021-01-01')
  expect(dueOf('2022-01-01', '2021-01-01')).toBe('2021-01-01')
})

async function* given(lines: readonly string[]) {
  yield* lines
}
