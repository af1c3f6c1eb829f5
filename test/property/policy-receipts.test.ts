import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { compute } from '../../src/policy/compute.ts'
import { readReceipt } from '../../src/policy/receipt.ts'
import { ruleNames } from '../../src/policy/rules.ts'

const book = loadPolicy('knowledge/policy')
const anything = fc.oneof(
  fc.anything(),
  fc.dictionary(
    fc.constantFrom(
      'chosenIncome',
      'group',
      'months',
      'members',
      'sex',
      'region',
      'salary',
      'periods',
      'province',
      'years',
    ),
    fc.oneof(
      fc.integer(),
      fc.string(),
      fc.constantFrom('other', 'male', 'I', null, 12, 1_500_000),
      fc.array(fc.integer()),
    ),
  ),
)

test('whatever is asked, there is a sum or a refusal in Vietnamese, never a throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ruleNames), anything, (rule, input) => {
      const answer = compute({ rule, on: '2026-11-22', input }, { book })
      if (answer.kind === 'refused') expect(answer.say).toMatch(/^(Cháu|Lãi suất) .+ ạ\.$/)
      else expect(answer.because.length + answer.steps.length).toBeGreaterThan(0)
    }),
  )
})

test('a receipt with a letter changed is not taken for a receipt', () => {
  const asked = compute(
    {
      rule: 'voluntary-contribution',
      on: '2026-11-22',
      input: { chosenIncome: 1_500_000, group: 'other', interval: 1 },
    },
    { book },
  )
  const receipt = asked.kind === 'computed' ? asked.receipt : ''
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
  // Only the values carry the hash; what was asked may be read differently, but never with other values.
  const values = readReceipt(receipt)?.book.timeline('rural-poverty-line')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: receipt.length - 1 }), letter, (at, other) => {
      const read = readReceipt(receipt.slice(0, at) + other + receipt.slice(at + 1))
      if (read) expect(read.book.timeline('rural-poverty-line')).toEqual(values)
    }),
  )
})
