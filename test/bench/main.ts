import process from 'node:process'
import { benchByPart } from './by-part.ts'
import { benchPlaces } from './places.ts'
import type { Row } from './row.ts'
import { benchSearch } from './search.ts'
import { benchStart } from './start.ts'
import { benchEmbedded, benchServer } from './stores.ts'
import { benchTurn } from './turn.ts'

/** `npm run bench` measures everything, `npm run bench -- turn start` those parts. */
const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  search: benchSearch,
  places: benchPlaces,
  turn: benchTurn,
  start: benchStart,
  embedded: benchEmbedded,
  server: benchServer,
  'by-part': benchByPart,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}\n`)
  process.exit(2)
}
let failed = false
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const { what, figure, budget, pass } of await bench()) {
    const verdict = pass === undefined ? '' : pass ? 'PASS' : 'FAIL'
    failed ||= pass === false
    process.stdout.write(`${what} | ${figure} | ${budget} | ${verdict}\n`)
  }
}
process.exit(failed ? 1 : 0)
