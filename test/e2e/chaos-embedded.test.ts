import { expect, test } from 'vitest'
import { survives } from '../chaos/short.ts'

test('one process, killed again and again: every message answered, once, in order', async () => {
  expect(await survives('embedded', 2)).toMatchObject({ 'worker killed': expect.any(Number) as number })
}, 600_000)
