/**
 * `npm run eval [-- --errors]`: how well the search does on the folder that EVAL_DIR names, else on our own cases; the
 * same rows over the same entries for fuse.js and MiniSearch; typing noise; cross-validation; the self test.
 */
import process from 'node:process'
import { loadFaq } from '../../../src/adapters/files/load-faq.ts'
import { loadSearchWords } from '../../../src/adapters/files/load-synonyms.ts'
import { loadTopics } from '../../../src/adapters/files/load-topics.ts'
import { evalLines } from './report.ts'
import { readEvalRows } from './rows.ts'

const folder = process.env['EVAL_DIR'] ?? 'test/retrieval'
const lines = evalLines({
  entries: loadFaq('.'),
  words: loadSearchWords('.'),
  topics: loadTopics('.'),
  rows: readEvalRows(folder),
  own: readEvalRows('test/retrieval'),
  isOwn: folder === 'test/retrieval',
  errors: process.argv.includes('--errors'),
  progress: (rival, asked) => void process.stderr.write(`${rival}: ${asked} asked\n`),
})
for (const line of lines) process.stdout.write(`${line}\n`)
