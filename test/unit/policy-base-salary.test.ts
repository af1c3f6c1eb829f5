import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadParameters } from '../../src/adapters/files/load-policy.ts'
import { compute } from '../../src/policy/compute.ts'
import { figures } from '../../src/policy/figures.ts'
import { parameterFile } from '../../src/policy/parameter-file.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'
import { quote } from '../../src/policy/quoted.ts'
import { ruleNames, type RuleName } from '../../src/policy/rules.ts'

const parameters = loadParameters('knowledge/policy')
const now = new PolicyBook(parameters)
const fakeDecree = parse(`
from: 2028-07-01
value: 3.000.000 đồng
certainty: confirmed
source: { act: 99/2028/NĐ-CP, place: Điều 3 }
`) as unknown
const raised = new PolicyBook(
  parameters.map((one) =>
    one.name === 'base-salary' ? parameterFile.parse({ ...one, values: [...one.values, fakeDecree] }) : one,
  ),
)
const on = '2028-07-01'

const dependants: readonly RuleName[] = [
  'voluntary-base',
  'compulsory-base',
  'household-health',
  'student-health',
  'health-support',
  'health-benefit',
  'funeral',
]

const example = z.object({ inputs: z.record(z.string(), z.unknown()) })
const inputsOf = (rule: RuleName) => {
  const path = new URL(`../worked-examples/${rule}.yaml`, import.meta.url)
  return z
    .array(example)
    .parse(parse(readFileSync(path, 'utf8')))
    .map(({ inputs }) => inputs)
}
const resultOf = (rule: RuleName, input: object, book: PolicyBook) => {
  const answer = compute({ rule, on, input }, { book })
  return answer.kind === 'refused' ? undefined : JSON.stringify(answer.result)
}

test('a decree raising the base salary, entered as one YAML entry, moves every amount that rests on it', () => {
  for (const rule of dependants) {
    const sums = inputsOf(rule).filter((input) => resultOf(rule, input, now) !== undefined)
    const unmoved = sums.filter((input) => resultOf(rule, input, raised) === resultOf(rule, input, now))
    expect(sums.length, rule).toBeGreaterThan(0)
    expect(unmoved, rule).toEqual([])
  }
})

test('and it moves no other sum: only the limits of what may be chosen follow it', () => {
  const others = ruleNames.filter((rule) => !dependants.includes(rule))
  for (const rule of others) {
    const moved = inputsOf(rule).filter((input) => {
      const [before, after] = [resultOf(rule, input, now), resultOf(rule, input, raised)]
      return before !== undefined && after !== undefined && before !== after
    })
    const movable =
      rule === 'compulsory' ? moved.filter((input) => Number(input.salary) <= 50_600_000) : moved
    expect(movable, rule).toEqual([])
  }
})

test('a figure moves when, and only when, it rests on the base salary', () => {
  const wrong = [...figures.keys()].filter((name) => {
    const before = quote(name, on, now)
    const levels = [
      'base-salary',
      'reference-level',
      'health-reference-level',
      'voluntary-cap-level',
      'compulsory-cap-level',
    ]
    const rests = before?.used.some((value) => levels.includes(value.name)) ?? false
    return rests !== (before?.printed !== quote(name, on, raised)?.printed)
  })
  expect(wrong).toEqual([])
})

test('the reference level follows it and names both laws', () => {
  expect(raised.on(on, 'reference-level')).toMatchObject({
    value: 3_000_000,
    from: '2028-07-01',
    source: { act: '99/2028/NĐ-CP' },
    basis: { act: '41/2024/QH15' },
  })
  expect(raised.on('2028-06-30', 'reference-level').value).toBe(2_530_000)
})
