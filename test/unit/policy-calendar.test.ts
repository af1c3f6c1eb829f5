import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { compute } from '../../src/policy/compute.ts'
import { figures } from '../../src/policy/figures.ts'
import { quote } from '../../src/policy/quoted.ts'
import { ruleNames } from '../../src/policy/rules.ts'
import type { Day } from '../../src/policy/values.ts'

const book = loadPolicy('knowledge/policy')
const example = z.object({
  inputs: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
})

/** Every day some law starts or ends, the day before it starts, and the day after it ends. */
const days = [
  ...new Set(
    book.parameters.flatMap(({ values }) =>
      values.flatMap(({ from, until }) => [from, before(from), ...(until ? [until, after(until)] : [])]),
    ),
  ),
].sort()

function before(day: Day): Day {
  return moved(day, -1)
}

function after(day: Day): Day {
  return moved(day, 1)
}

function moved(day: Day, days: number): Day {
  const instant = new Date(`${day}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10) as Day // an ISO day is a Day
}

describe.each(ruleNames)('%s on every day the law changes', (rule) => {
  const path = new URL(`../worked-examples/${rule}.yaml`, import.meta.url)
  const inputs = z
    .array(example)
    .parse(parse(readFileSync(path, 'utf8')))
    .filter(({ expect: result }) => !('refused' in result))

  test('gives a sum that rests only on values of that day, or a refusal', () => {
    expect(inputs.length).toBeGreaterThan(0)
    const wrong = days.flatMap((on) =>
      inputs.slice(0, 5).flatMap(({ inputs: input }) => {
        const answer = compute({ rule, on, input }, { book })
        if (answer.kind === 'refused') return answer.say === '' ? [`${on}: no words`] : []
        if (rule === 'pension-age' || rule === 'pension-eligibility') return [] // the year the age is reached
        return answer.used
          .filter(({ from, until }) => until !== undefined && until < on && from <= on)
          .map(({ name }) => `${on}: ${name} had ended`)
      }),
    )
    expect(wrong).toEqual([])
  })
})

test('every figure has words or nothing on every day, and never throws', () => {
  const odd = days.flatMap((day) =>
    [...figures.keys()].filter((name) => !/^[\d.,]+( |%)|^$/.test(quote(name, day, book)?.printed ?? '')),
  )
  expect(odd).toEqual([])
})
