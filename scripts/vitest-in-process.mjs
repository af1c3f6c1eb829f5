// Stands in for 'vitest' inside the mutation runner: collects tests, and runs them as plain functions in this process.
import process from 'node:process'
import { format } from 'node:util'
import {
  chai,
  customMatchers,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect)
chai.expect.extend(expect, customMatchers)
setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect)

/** Every test of the files imported so far, in order: { id, run }. */
export const collected = []
const path = []

export function describe(name, body) {
  path.push(name)
  body()
  path.pop()
}

export function test(name, run) {
  collected.push({ id: `${collected.length} ${[...path, name].join(' › ')}`, run })
}

const each = (one) => (table) => (name, body) => {
  for (const row of table) {
    const given = Array.isArray(row) ? row : [row]
    one(named(name, given), (...rest) => body(...given, ...rest))
  }
}
describe.each = each(describe)
test.each = each(test)

const named = (name, given) =>
  name.includes('$name') ? name.replace('$name', String(given[0]?.name)) : format(name, ...given)

/** Folders a test file made: emptied when the process ends. */
export function afterAll(clean) {
  process.once('exit', clean)
}
