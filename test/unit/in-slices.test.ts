import { expect, test } from 'vitest'
import { sortedInSteps } from '../../src/answers/in-order.ts'
import { inSlices } from '../../src/in-slices.ts'

test('long work lets others have the thread in between, and answers what it made', async () => {
  let others = 0
  const timer = setInterval(() => (others += 1), 1)
  const made = await inSlices(busy(20, 5))
  clearInterval(timer)
  expect(made).toBe(20)
  expect(others).toBeGreaterThan(2)
})

function* busy(steps: number, ms: number): Generator<undefined, number> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + ms
    while (performance.now() < until);
    yield
  }
  return steps
}

test('sorting in steps sorts as sorting at once does, and leaves equals in their order', async () => {
  for (const length of [0, 1, 199, 200, 201, 1_234]) {
    const all = Array.from({ length }, (_, i) => ({ key: (i * 7_919) % 97, i }))
    const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key
    expect(await inSlices(sortedInSteps(all, byKey))).toEqual(all.toSorted(byKey))
  }
})
