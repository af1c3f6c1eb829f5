import { buildSearch } from '../../../src/faq/search.ts'
import { crossValidate, type Found } from '../fit/cross-validate.ts'
import { heldOutSamples, rowSamples } from '../fit/samples.ts'
import { percent } from './figures.ts'
import type { Evaluation } from './report.ts'

/**
 * The rows of each source judged by weights fitted without it: on the ways of asking (each held out), on our own cases
 * and on the rows of all other sources. `src/faq/fitted.ts` itself has never seen a row of EVAL_DIR.
 */
export function* crossValidationLines({ entries, words, rows, own, isOwn }: Evaluation): Generator<string> {
  const search = buildSearch(entries, words)
  const judged = rowSamples(rows, search)
  const others = isOwn ? [] : rowSamples(own, search)
  const samples = [...judged, ...others, ...heldOutSamples(entries, words)]
  const sources = new Set(judged.filter(({ isOurs }) => isOurs).map(({ source }) => source))
  const { found } = crossValidate(samples, sources)
  yield `cross-validated by source (${sources.size} sources, each judged by weights that had not seen it): ${shares(found)}`
}

function shares({ asked, first, inThree }: Found): string {
  return `n ${asked}, top-1 ${percent(first / asked)}, top-3 ${percent(inThree / asked)}`
}
