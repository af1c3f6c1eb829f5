import { describe, expect, test } from 'vitest'
import { PageGate } from '../../src/adapters/platform/page-gate.ts'
import { readPageUsage } from '../../src/adapters/messenger/page-usage.ts'
import { messengerVerdict } from '../../src/adapters/messenger/send-verdicts.ts'
import { sample } from '../support/channel-samples.ts'

const MINUTE = 60_000
const restricted = messengerVerdict(10, 1893063)
const waits = (gate: PageGate, now: number) => {
  const entry = gate.enter(now)
  return entry.kind === 'wait' ? entry.ms : 0
}

describe('the way out to a Page', () => {
  test('is open, and stays open after an error that is about one message only', () => {
    const gate = new PageGate()
    gate.shut(0, 'window', messengerVerdict(10, 2018278))
    expect(waits(gate, 0)).toBe(0)
  })

  test('a restricted Page is tried with one message after 30 minutes, then after 60, 120, 240 and no longer', () => {
    const gate = new PageGate()
    let now = 0
    for (const minutes of [30, 60, 120, 240, 240]) {
      gate.shut(now, 'restricted', restricted)
      expect(waits(gate, now)).toBe(minutes * MINUTE)
      now += minutes * MINUTE
      expect(waits(gate, now)).toBe(0) // the one that tries
      expect(waits(gate, now)).toBeGreaterThan(0) // the others wait for what becomes of it
    }
    gate.open()
    expect([waits(gate, now), waits(gate, now)]).toEqual([0, 0])
    gate.shut(now, 'restricted', restricted)
    expect(waits(gate, now)).toBe(30 * MINUTE)
  })

  test('from 80 % of a limit on there is one message a second, until it is less', () => {
    const gate = new PageGate()
    gate.learn(0, { percent: 92, regainMinutes: 0 })
    expect([waits(gate, 0), waits(gate, 0), waits(gate, 1_000)]).toEqual([0, 1_000, 0])
    gate.learn(2_000, { percent: 79, regainMinutes: 0 })
    expect([waits(gate, 2_000), waits(gate, 2_000)]).toEqual([0, 0])
  })

  test('at the limit it is shut for as long as the header says', () => {
    const gate = new PageGate()
    gate.learn(0, { percent: 100, regainMinutes: 7 })
    expect(waits(gate, 0)).toBe(7 * MINUTE)
  })
})

test('the sample headers are read', () => {
  const given = Object.entries(sample('messenger', 'headers.rate_limit'))
  const headers = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value]))
  expect(readPageUsage(headers)).toEqual({ percent: 92, regainMinutes: 0 })
})

test.each([{}, { 'x-app-usage': 'x' }, { 'x-app-usage': '[]' }, { 'x-business-use-case-usage': '{"1":7}' }])(
  'headers that are absent or odd (%j) say that nothing is used',
  (headers) => expect(readPageUsage(headers)).toEqual({ percent: 0, regainMinutes: 0 }),
)
