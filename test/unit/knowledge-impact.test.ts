import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { impactOf } from '../../src/cli/impact.ts'
import type { Change } from '../../src/cli/impact-words.ts'
import { loadSampleCitizens } from '../../src/cli/sample-citizens.ts'
import { withTwoVersions } from '../../src/cli/two-versions.ts'
import { BadUsage } from '../../src/cli/usage.ts'
import { compute } from '../../src/policy/compute.ts'
import { ruleNames } from '../../src/policy/rules.ts'

const today = '2026-11-24'
const line = 'knowledge/policy/rural-poverty-line.yaml'
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-draft-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const raised = readFileSync(line, 'utf8').replace('2.200.000 đồng', '2.400.000 đồng')
const draft = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('the impact of a draft that raises the poverty line of 2027', () => {
  let changes: readonly Change[] = []
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind)
  beforeAll(async () => {
    const file = draft('rural-poverty-line.yaml', raised)
    changes = await withTwoVersions('.', file, (versions) => impactOf('.', versions, today))
  })

  test('names the sample citizens whose sums move, on the day they move, and no others', () => {
    expect(of('citizen')).toContainEqual({
      kind: 'citizen',
      what: 'Ai hỏi được chọn thu nhập từ bao nhiêu đến bao nhiêu',
      on: '2027-01-01',
      before: 'lowest 2.200.000',
      after: 'lowest 2.400.000',
    })
    const rules = new Map(loadSampleCitizens('.').map(({ name, rule }) => [name, rule]))
    const moved = new Set(of('citizen').map(({ what }) => rules.get(what)))
    expect([...moved].sort()).toEqual([
      'voluntary-advance',
      'voluntary-base',
      'voluntary-contribution',
      'voluntary-support',
    ])
    expect(of('citizen').every(({ on }) => on === '2027-01-01')).toBe(true)
  })

  test('a sum that can no longer be made says why', () => {
    const chosenTooLow = of('citizen').find(({ what }) => what.startsWith('Chị Mai'))
    expect(chosenTooLow?.before).toContain('youPay 3.484.800')
    expect(chosenTooLow?.after).toContain('thấp nhất là 2.400.000 đồng')
  })

  test('names the answers, also those that tell today of what is coming', () => {
    expect(of('faq')).toContainEqual({
      kind: 'faq',
      what: 'voluntary-prepaid-rate-change',
      on: today,
      before: 'Từ 01/01/2027, mức thấp nhất lên 484.000 đồng một tháng.',
      after: 'Từ 01/01/2027, mức thấp nhất lên 528.000 đồng một tháng.',
    })
  })

  test('names the rehearsed talks, also one that taps an amount no longer offered', () => {
    const talk = of('transcript').filter(({ what }) => what === 'tinh-sau-khi-chuan-ngheo-tang.md')
    expect(talk).toContainEqual({
      kind: 'transcript',
      what: 'tinh-sau-khi-chuan-ngheo-tang.md',
      on: '2027-01-01',
      before: 'Bot: Mỗi kỳ 12 tháng, bác đóng 3.484.800 đồng.',
      after: 'Bot: Mỗi kỳ 12 tháng, bác đóng 3.801.600 đồng.',
    })
  })
})

describe('the two versions', () => {
  const both = (root: string, file: string) =>
    withTwoVersions(root, file, ({ before, after }) =>
      Promise.resolve([before, after].map((one) => readFileSync(join(one, line), 'utf8'))),
    )

  test('of a file changed in place are the committed one and the one on disk', async () => {
    const root = join(folder, 'repository')
    mkdirSync(root)
    for (const part of ['knowledge', 'dialogs']) cpSync(part, join(root, part), { recursive: true })
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' })
    git('init')
    git('add', line)
    git('-c', 'user.name=x', '-c', 'user.email=x@example.vn', 'commit', '-m', 'x')
    const published = readFileSync(line, 'utf8')
    writeFileSync(join(root, line), raised)
    expect(await both(root, join(root, line))).toEqual([published, raised])
    const uncommitted = join(root, 'knowledge', 'policy', 'voluntary-rate.yaml')
    const known = await withTwoVersions(root, uncommitted, ({ before, after }) =>
      Promise.resolve([before, after].map((one) => loadNames(one).includes('voluntary-rate'))),
    )
    expect(known).toEqual([false, true])
  })

  test('are of one file: a draft of another kind, or none at all, is a mistake', async () => {
    await expect(both('.', draft('thu.md', 'x'))).rejects.toThrow(BadUsage)
    await expect(both('.', join(folder, 'nowhere.yaml'))).rejects.toThrow('không có tệp')
  })

  test('a draft of a new number stands beside the others', async () => {
    const file = draft('new-number.yaml', raised.replaceAll('rural-poverty-line', 'new-number'))
    const known = await withTwoVersions('.', file, ({ before, after }) =>
      Promise.resolve([before, after].map((one) => loadNames(one).includes('new-number'))),
    )
    expect(known).toEqual([false, true])
  })
})

function loadNames(root: string): readonly string[] {
  return loadPolicy(join(root, 'knowledge', 'policy')).parameters.map(({ name }) => name)
}

test('there is a sample citizen for every rule, and each gets an answer today', () => {
  const citizens = loadSampleCitizens('.')
  expect([...new Set(citizens.map(({ rule }) => rule))].sort()).toEqual(ruleNames.toSorted())
  const book = loadPolicy('knowledge/policy')
  const refused = citizens.filter(
    ({ rule, inputs }) => compute({ rule, on: today, input: inputs }, { book }).kind === 'refused',
  )
  expect(refused.map(({ name }) => name)).toEqual([])
})
