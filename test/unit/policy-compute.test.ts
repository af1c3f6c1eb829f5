import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadParameters, loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { computeLines, recomputeLine } from '../../src/cli/compute.ts'
import { commands } from '../../src/cli/run-command.ts'
import { readArguments } from '../../src/cli/usage.ts'
import { parameterFile } from '../../src/policy/parameter-file.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'
import { isRuleName, type RuleName } from '../../src/policy/rules.ts'
import { sha256 } from '../../src/policy/sha256.ts'

const book = loadPolicy('knowledge/policy')
const quoteLine = '{"id":"q1","chosenIncome":1500000,"group":"near-poor","interval":12}'

async function* linesOf(lines: readonly string[]) {
  yield* lines
}

async function answers(rule: RuleName, lines: readonly string[], law = book): Promise<string[]> {
  const told: string[] = []
  for await (const line of computeLines(rule, linesOf(lines), { on: '2026-11-22', book: law }))
    told.push(line)
  return told
}
const readAll = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as unknown)

describe('compute, line by line', () => {
  test('keeps the order and the id, and the day of a line wins', async () => {
    const lines = await answers('voluntary-base', [
      '{"id":1}',
      '',
      '{"id":"b","on":"2027-01-01"}',
      '{"on":null}',
    ])
    expect(readAll(lines)).toMatchObject([
      { id: 1, result: { lowest: 1_500_000 } },
      { id: 'b', result: { lowest: 2_200_000 } },
      { result: { lowest: 1_500_000 } },
    ])
  })

  test('shows the result, how sure it is, the articles and every step with its day and act', async () => {
    const [line = ''] = await answers('voluntary-contribution', [quoteLine])
    const told = JSON.parse(line) as Record<string, unknown>
    expect(Object.keys(told)).toEqual(['id', 'result', 'certainty', 'because', 'steps', 'receipt'])
    expect(told.certainty).toBe('confirmed')
    expect(told.because).toContainEqual({ act: '159/2025/NĐ-CP', place: 'Điều 5' })
    expect(told.steps).toContainEqual({
      what: 'Nhà nước hỗ trợ tiền đóng: hộ cận nghèo',
      value: '40%',
      from: '2025-07-01',
      act: '159/2025/NĐ-CP',
    })
  })

  test('says in the steps that the price changes within the paid months', async () => {
    const [line = ''] = await answers('voluntary-contribution', [quoteLine])
    expect(line).toContain('từ 01/01/2027')
    const [short = ''] = await answers('voluntary-contribution', [quoteLine.replace('12', '1')])
    expect(short).not.toContain('01/01/2027')
  })

  test.each([
    ['not json', 'bad-field', 'line'],
    ['[1]', 'bad-field', 'line'],
    ['"x"', 'bad-field', 'line'],
    ['{"on":"2026-02-30"}', 'bad-field', 'on'],
    ['{"on":20260101}', 'bad-field', 'on'],
    ['{}', 'missing-field', 'chosenIncome'],
    ['{"chosenIncome":null,"group":"other","interval":1}', 'missing-field', 'chosenIncome'],
    ['{"chosenIncome":1500000,"group":"other","interval":1,"province":5}', 'bad-field', 'province'],
    ['{"chosenIncome":-5,"group":"other","interval":1}', 'out-of-range', 'chosenIncome'],
    ['{"chosenIncome":1500000.5,"group":"other","interval":1}', 'bad-field', 'chosenIncome'],
  ])('refuses %s as %s: %s', async (line, kind, field) => {
    const [told = ''] = await answers('voluntary-contribution', [line])
    expect(JSON.parse(told)).toMatchObject({ refused: { kind, field } })
  })

  test('a refusal for missing law names the parameter and speaks Vietnamese', async () => {
    const [told = ''] = await answers('voluntary-base', ['{"id":7,"on":"2031-01-01"}'])
    expect(JSON.parse(told)).toEqual({
      id: 7,
      refused: {
        kind: 'not-in-force',
        parameter: 'rural-poverty-line',
        say: 'Cháu chưa có số liệu cho ngày 01/01/2031 (Chuẩn hộ nghèo khu vực nông thôn) nên không dám tính, bác hỏi cơ quan BHXH giúp cháu ạ.',
      },
    })
  })

  test('knows its rules by name', () => {
    expect(isRuleName('funeral')).toBe(true)
    expect(isRuleName('toString')).toBe(false)
  })
})

describe('recompute', () => {
  const receiptOf = (line: string) => (JSON.parse(line) as { receipt: string }).receipt

  test('gives the same line again', async () => {
    const [line = ''] = await answers('voluntary-contribution', [quoteLine])
    expect(recomputeLine(receiptOf(line)).line).toBe(line)
    expect(recomputeLine(`${receiptOf(line)}\n`).line).toBe(line)
  })

  test('gives the same line after the law files have changed', async () => {
    const [before = ''] = await answers('voluntary-contribution', [quoteLine])
    const changed = loadParameters('knowledge/policy').map((one) =>
      one.name === 'voluntary-rate'
        ? parameterFile.parse({ ...one, values: one.values.map((entry) => ({ ...entry, value: '30%' })) })
        : one,
    )
    const [after = ''] = await answers('voluntary-contribution', [quoteLine], new PolicyBook(changed))
    expect(JSON.parse(after)).toMatchObject({ result: { gross: 5_400_000 } })
    expect(recomputeLine(receiptOf(before)).line).toBe(before)
    expect(recomputeLine(receiptOf(after)).line).toBe(after)
  })

  test('remembers the price after a change that was told with the sum', async () => {
    const [line = ''] = await answers('voluntary-contribution', [quoteLine])
    expect(line).toContain('Nếu đóng từ 01/01/2027, với mức 2.200.000 đồng, cả kỳ còn phải đóng')
    expect(line).toContain('3.484.800 đồng')
    expect(recomputeLine(receiptOf(line)).line).toBe(line)
  })

  test('remembers a local top-up and a pension age of another year', async () => {
    const [hanoi = ''] = await answers('voluntary-contribution', [
      quoteLine.replace('}', ',"province":"01"}'),
    ])
    const [age = ''] = await answers('pension-age', ['{"sex":"male","birthYear":1975}'])
    expect(JSON.parse(hanoi)).toMatchObject({ result: { youPay: 0 } })
    expect(recomputeLine(receiptOf(hanoi)).line).toBe(hanoi)
    expect(recomputeLine(receiptOf(age)).line).toBe(age)
  })

  test.each(['', 'x', 'e30', 'không phải mã'])('refuses %j as no receipt of ours', (receipt) => {
    expect(JSON.parse(recomputeLine(receipt).line)).toMatchObject({
      refused: { kind: 'bad-field', field: 'receipt' },
    })
  })

  test('refuses a receipt whose values were changed', async () => {
    const [line = ''] = await answers('voluntary-base', ['{}'])
    const text = Buffer.from(receiptOf(line), 'base64url').toString().replace('1.500.000', '1.000.000')
    const forged = Buffer.from(text).toString('base64url')
    expect(JSON.parse(recomputeLine(forged).line)).toMatchObject({ refused: { field: 'receipt' } })
  })

  test.each([
    ['"on":"2026-11-22"', '"on":"2026-11-23"'],
    ['"chosenIncome":1500000', '"chosenIncome":1600000'],
    ['"id":"q1"', '"id":"q2"'],
  ])('refuses a receipt whose question was changed: %s', async (was, is) => {
    const [line = ''] = await answers('voluntary-contribution', [quoteLine])
    const text = Buffer.from(receiptOf(line), 'base64url').toString()
    expect(text).toContain(was)
    const forged = Buffer.from(text.replace(was, is)).toString('base64url')
    expect(recomputeLine(forged).ok).toBe(false)
    expect(recomputeLine(receiptOf(line)).ok).toBe(true)
  })

  test('the command prints the refusal, says what is wrong and fails', async () => {
    const printed: string[] = []
    const around = {
      root: '.',
      today: '2026-11-22' as const,
      input: process.stdin,
      desk: { hotline: undefined, officeHours: '' },
    }
    const run = (receipt: string) =>
      commands['recompute']?.(readArguments([receipt]), { ...around, print: (line) => printed.push(line) })
    const [line = ''] = await answers('funeral', ['{}'])
    expect(await run(receiptOf(line))).toBe(0)
    expect(() => run(`${receiptOf(line).slice(0, -9)}`)).toThrow('not one of ours')
    expect(printed[0]).toBe(line)
    expect(printed[1]).toContain('"field":"receipt"')
  })
})

test('our SHA-256 is everybody’s SHA-256', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }),
  )
})
