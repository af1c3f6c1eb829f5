import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { run, type Outcome, type Plan } from './run.ts'
import type { Hardship } from './troubles.ts'

const { values } = parseArgs({
  options: {
    embedded: { type: 'boolean', default: false },
    calm: { type: 'boolean', default: false },
    seed: { type: 'string' },
    events: { type: 'string', default: '5000' },
    people: { type: 'string', default: '300' },
    rate: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '20' },
  },
})

const NEVER_MS = 1_000_000_000
/** With so many messages each of two workers must have had its part of them, where nobody kills them. */
const ENOUGH_TO_SHARE = 1_000
const LEAST_SHARE = 0.35

const calm: Hardship = {
  machineEveryMs: NEVER_MS,
  tokenEveryMs: NEVER_MS,
  cutOff: 0,
  luck: { ofMessages: 0, ofNotices: 0, silences: false },
}
const hard: Hardship = {
  machineEveryMs: 40_000, // echoes need half a minute of peace to come back
  tokenEveryMs: 15_000,
  cutOff: 0.05,
  luck: { ofMessages: 0.06, ofNotices: 0.2, silences: true },
}
const plan: Plan = {
  form: values.embedded ? 'embedded' : 'servers',
  seed: values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed),
  events: Number(values.events),
  people: Number(values.people),
  perSecond: Number(values.rate),
  atMostMs: Number(values.minutes) * 60_000,
  hardship: values.calm ? calm : hard,
}

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }) // not by each worker as it starts
const outcome = await run(plan)
print(outcome)
const isKept = outcome.waiting.length === 0 && Object.values(outcome.verdict).every((n) => n === 0)
const passed = isKept && isShared(outcome)
process.stdout.write(`${passed ? 'all promises kept' : 'FAILED'}, seed ${plan.seed}, ${plan.form}\n`)
process.exit(passed ? 0 : 1)

function isShared({ shares }: Outcome): boolean {
  const isFew = plan.form === 'embedded' || !values.calm || plan.events < ENOUGH_TO_SHARE
  return isFew || Object.values(shares).every((share) => share >= LEAST_SHARE)
}

function print({ facts, shares, troubles, verdict, waiting, doubles }: Outcome): void {
  const inPercent = Object.entries(shares).map(([app, part]) => [
    `answered by ${app}, %`,
    Math.round(part * 100),
  ])
  printRows('facts', { ...facts, ...(Object.fromEntries(inPercent) as Readonly<Record<string, number>>) })
  printRows('troubles', troubles)
  printRows('verdict', { ...verdict })
  for (const line of doubles) process.stdout.write(`came twice: ${line}\n`)
  for (const line of waiting.slice(0, 20)) process.stdout.write(`still waits: ${line}\n`)
}

function printRows(title: string, rows: Readonly<Record<string, number | string>>): void {
  process.stdout.write(`${title}\n`)
  for (const [what, n] of Object.entries(rows)) process.stdout.write(`  ${what}: ${n}\n`)
}
