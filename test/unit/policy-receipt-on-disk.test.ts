import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { computeLines, recomputeLine } from '../../src/cli/compute.ts'
import type { PolicyBook } from '../../src/policy/policy-book.ts'

async function householdLine(book: PolicyBook): Promise<string> {
  const given = (async function* () {
    yield '{"id":1,"on":"2026-06-30","members":3,"months":12}'
  })()
  for await (const line of computeLines('household-health', given, { on: '2026-11-22', book })) return line
  return ''
}

test('a receipt gives the same line after a parameter file was rewritten on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-receipt-'))
  cpSync('knowledge/policy', folder, { recursive: true })
  const before = await householdLine(loadPolicy(folder))
  for (const name of ['base-salary', 'health-rate']) {
    const path = join(folder, `${name}.yaml`)
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text
        .replaceAll('2.340.000', '2.345.678')
        .replaceAll('2.530.000', '2.999.999')
        .replaceAll('4,5%', '5,1%'),
    )
  }
  const after = await householdLine(loadPolicy(folder))
  rmSync(folder, { recursive: true })
  expect(before).toContain('3.142.260 đồng') // the price after 1 July, told beforehand
  expect(JSON.parse(before)).toMatchObject({ result: { total: 2_906_280 } })
  expect(after).not.toContain('2906280')
  const { receipt } = JSON.parse(before) as { receipt: string }
  expect(recomputeLine(receipt).line).toBe(before)
})
