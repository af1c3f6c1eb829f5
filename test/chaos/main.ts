import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { run, type Outcome, type Plan } from './run.ts'

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
const plan: Plan = {
  form: values.embedded ? 'embedded' : 'servers',
  seed: values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed),
  events: Number(values.events),
  people: Number(values.people),
  perSecond: Number(values.rate),
  atMostMs: Number(values.minutes) * 60_000,
  hardship: values.calm
    ? { machineEveryMs: NEVER_MS, platformEveryMs: NEVER_MS, silences: false }
    : { machineEveryMs: 8_000, platformEveryMs: 500, silences: true },
}

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }) // not by each worker as it starts
const outcome = await run(plan)
print(outcome)
const failed = outcome.waiting.length > 0 || Object.values(outcome.verdict).some((n) => n !== 0)
process.stdout.write(`${failed ? 'FAILED' : 'all promises kept'}, seed ${plan.seed}, ${plan.form}\n`)
process.exit(failed ? 1 : 0)

function print({ facts, troubles, verdict, waiting }: Outcome): void {
  for (const [title, rows] of Object.entries({ facts, troubles, verdict })) {
    process.stdout.write(`${title}\n`)
    for (const [what, n] of Object.entries(rows)) process.stdout.write(`  ${what}: ${n}\n`)
  }
  for (const line of waiting.slice(0, 20)) process.stdout.write(`still waits: ${line}\n`)
}
