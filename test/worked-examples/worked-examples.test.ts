import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { compute, recompute } from '../../src/policy/compute.ts'
import { readDay } from '../../src/policy/day.ts'
import type { Step } from '../../src/policy/outcome.ts'
import { ruleNames } from '../../src/policy/rules.ts'

const examples = z
  .array(
    z.strictObject({
      name: z.string(),
      on: z
        .string()
        .transform((text, context) => readDay(text) ?? context.addIssue('không phải ngày') ?? z.NEVER),
      inputs: z.record(z.string(), z.unknown()),
      working: z.string(),
      law: z.array(z.string()).min(1),
      expect: z.record(z.string(), z.unknown()),
      certainty: z.enum(['confirmed', 'single-source', 'unconfirmed']).optional(),
      steps: z.array(z.string()).optional(), // the whole "Vì sao ra số này?", one step a line
    }),
  )
  .min(3)

const written = ({ what, value, from, act }: Step) =>
  act === undefined ? `${what}: ${value}` : `${what}: ${value} (${act}, từ ${from})`

const provinces = new Map([
  ['Hà Nội', '01'],
  ['Nghệ An', '40'],
  ['TP Hồ Chí Minh', '79'],
  ['Điện Biên', '11'],
])
const law = {
  book: loadPolicy('knowledge/policy'),
  provinceCodeOf: (spelling: string) => provinces.get(spelling),
}

test('every rule has its file of worked examples, and every file its rule', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.yaml'))
  expect(files.map((file) => file.replace('.yaml', '')).sort()).toEqual(ruleNames.toSorted())
})

describe.each(ruleNames)('%s', (rule) => {
  const text = readFileSync(new URL(`${rule}.yaml`, import.meta.url), 'utf8')

  test.each(examples.parse(parse(text)))('$name', (example) => {
    const answer = compute({ rule, on: example.on, input: example.inputs }, law)
    if ('refused' in example.expect) {
      expect(answer).toMatchObject({ kind: 'refused', ...z.object({}).loose().parse(example.expect.refused) })
      return
    }
    expect(answer).toMatchObject({ kind: 'computed', result: example.expect })
    if (answer.kind === 'computed')
      expect(recompute(answer.receipt)?.answer).toMatchObject({ result: answer.result })
    if (example.certainty) expect(answer).toMatchObject({ certainty: example.certainty })
    if (example.steps && answer.kind === 'computed') expect(answer.steps.map(written)).toEqual(example.steps)
  })
})
