import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asText } from './as-text.ts'
import { buildUnits } from './build-units.ts'
import { readPackage } from './read-package.ts'
import { readRepairs } from './repairs.ts'

/** Writes knowledge/places/units.json anew from the package and the repairs, and prints what became of its rows. */
const { units, tally } = buildUnits(readPackage(), readRepairs())
writeFileSync(join(import.meta.dirname, '../../knowledge/places/units.json'), asText(units))
process.stdout.write(`${JSON.stringify(tally, null, 2)}\n`)
