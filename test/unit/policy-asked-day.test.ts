import { describe, expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { compute, recompute } from '../../src/policy/compute.ts'
import type { Day } from '../../src/policy/values.ts'

const book = loadPolicy('knowledge/policy')
const asked = (on: Day, sex: string) =>
  compute({ rule: 'pension-age', on, input: { sex, birthYear: 1975 } }, { book })

describe.each(['male', 'female'])('the pension age of a %s born in 1975', (sex) => {
  test('is refused on a day the roadmap does not cover, though it is reached in another year', () => {
    expect(asked('2010-01-01', sex)).toMatchObject({ kind: 'refused', refusal: 'not-in-force' })
  })

  test('is the same whenever it is asked, and so is what its receipt says', () => {
    const answers = (['2021-01-01', '2026-11-22', '2030-01-01'] as const).map((on) => asked(on, sex))
    const results = answers.map((one) => (one.kind === 'computed' ? one.result : one))
    expect(new Set(results.map((one) => JSON.stringify(one))).size).toBe(1)
    for (const one of answers)
      if (one.kind === 'computed') expect(recompute(one.receipt)?.answer).toEqual(one)
  })
})
