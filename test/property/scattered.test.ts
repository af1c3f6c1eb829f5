import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scattered } from '../../src/faq/scattered.ts'

const owner = fc.nat(40).map((n) => `thing-${n}`)
const owners = fc.array(owner, { maxLength: 200 })
/** Who comes when, and which of their samples: "thing-3.0" is the first of thing 3. */
const named = (of: readonly string[]) => {
  const counted = new Map<string, number>()
  const names = of.map((owner) => {
    counted.set(owner, (counted.get(owner) ?? -1) + 1)
    return `${owner}.${counted.get(owner)}`
  })
  return [...scattered(of)].map((at) => names[at])
}

test('every sample once a round', () => {
  fc.assert(
    fc.property(owners, (of) => {
      expect([...scattered(of)].toSorted((a, b) => a - b)).toEqual([...of.keys()])
    }),
  )
})

test('one sample more of one thing leaves the order of all others as it was', () => {
  fc.assert(
    fc.property(owners, owner, (of, more) => {
      const last = of.filter((one) => one === more).length
      expect(named([...of, more]).filter((name) => name !== `${more}.${last}`)).toEqual(named(of))
    }),
  )
})

test('neighbours come apart: of thirty things with eight samples each hardly two of one thing in a row', () => {
  const of = Array.from({ length: 240 }, (_, i) => `thing-${Math.floor(i / 8)}`)
  const order = [...scattered(of)].map((at) => of[at])
  expect(order.filter((one, i) => i > 0 && one === order[i - 1]).length).toBeLessThan(24)
})
