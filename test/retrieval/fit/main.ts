/**
 * `npm run fit`: fits the weights of the search on the ways of asking (each held out) and on test/retrieval, prints how
 * they do on each source left out in turn, and writes src/faq/fitted.ts and test/retrieval/fit/split.json. Questions of
 * EVAL_DIR are only measured, so that the result does not depend on files that are not in the repository.
 */
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { format, resolveConfig } from 'prettier'
import { loadFaq } from '../../../src/adapters/files/load-faq.ts'
import { loadSearchWords } from '../../../src/adapters/files/load-synonyms.ts'
import { readEvalRows } from '../eval/rows.ts'
import { buildSearch } from '../../../src/faq/search.ts'
import { cheapest, preciseEnough } from './choose-threshold.ts'
import { crossValidate, measured, say } from './cross-validate.ts'
import { fitAll } from './fit-all.ts'
import { heldOutSamples, rowSamples } from './samples.ts'

const SURE_PRECISION = 0.97
const LOST_QUESTION = 1 // turning a real question away costs as much as taking in one that is not ours

const entries = loadFaq('.')
const words = loadSearchWords('.')
const search = buildSearch(entries, words)
const own = rowSamples(readEvalRows('test/retrieval'), search)
const samples = [...own, ...heldOutSamples(entries, words)]

const held = crossValidate(samples, new Set(own.map(({ source }) => source)))
for (const source of held.sources) say(source.name, source.found)
say('all sources held out', held.found)
const oursEnough = cheapest(held.ours, LOST_QUESTION)
const sureEnough = preciseEnough(held.sure, SURE_PRECISION)

const weights = fitAll(samples)
const folder = process.env['EVAL_DIR']
if (folder !== undefined)
  say('EVAL_DIR, never fitted on', measured(rowSamples(readEvalRows(folder), search), weights))

const text = `/** Written by \`npm run fit\` from the ways of asking and test/retrieval; never by hand. */
export const fitted = ${JSON.stringify({ ...weights, oursEnough, sureEnough })}`
const style = await resolveConfig('src/faq/fitted.ts')
writeFileSync('src/faq/fitted.ts', await format(text, { ...style, parser: 'typescript' }))
const ids = (name: string) => samples.filter(({ source }) => source === name).map(({ id }) => id)
const split = Object.fromEntries(
  [...new Set(samples.map(({ source }) => source))].map((name) => [name, ids(name)]),
)
const shown = await format(JSON.stringify(split), { ...style, parser: 'json', printWidth: 100_000 })
writeFileSync('test/retrieval/fit/split.json', shown)
const sure = held.sure.filter(({ likelihood }) => likelihood >= sureEnough)
const rightShare = sure.filter(({ yes }) => yes).length / sure.length
process.stdout.write(
  `ours from ${oursEnough}; sure from ${sureEnough}: ${sure.length} of ${held.sure.length}, right ${(100 * rightShare).toFixed(1)} %, each judged by weights that had not seen its source\n`,
)
