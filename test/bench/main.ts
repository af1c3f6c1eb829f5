import process from 'node:process'
import { benchProgram } from './program.ts'
import type { Row } from './row.ts'
import { benchSearch } from './search.ts'
import { benchTurn } from './turn.ts'

const rows: Row[] = [...(await benchSearch()), ...(await benchTurn()), ...(await benchProgram())]
for (const { what, figure, budget, pass } of rows) {
  const verdict = pass === undefined ? '' : pass ? 'PASS' : 'FAIL'
  process.stdout.write(`${what} | ${figure} | ${budget} | ${verdict}\n`)
}
process.exit(rows.some(({ pass }) => pass === false) ? 1 : 0)
