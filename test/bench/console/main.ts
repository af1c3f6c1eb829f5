import process from 'node:process'
import { postgresServer } from '../../support/needs.ts'
import { bareDatabase, bareFolder } from '../../support/store-places.ts'
import { ENTRIES, QUESTIONS } from './fill.ts'
import { benchConsole } from './bench-console.ts'
import { line, titles } from './line.ts'
import { timeQueries } from './watched.ts'

/** `npm run bench:console`: the console on a store as after years, with its budgets. Each figure is the best of three. */
process.stdout.write(`${ENTRIES} published answers, ${QUESTIONS} recorded questions\n${titles}\n`)
timeQueries()
let missed = 0
const server = await bareDatabase().catch(() => undefined)
for (const [store, made] of [
  ['embedded', await bareFolder()],
  ['PostgreSQL', server],
] as const) {
  if (!made) {
    process.stdout.write(`${store}: skipped, none at ${new URL(postgresServer).host}\n`)
    continue
  }
  for await (const row of benchConsole(made.place)) {
    const { text, isMissed } = line(store, row)
    if (isMissed) missed += 1
    process.stdout.write(`${text}\n`)
  }
  await made.remove()
}
process.exit(missed > 0 ? 1 : 0)
