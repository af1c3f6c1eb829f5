// npm run examples: how many worked examples each rule has; with DOMAIN_DIR set, also whether the published
// examples of that folder (examples.jsonl) come out. Prints one rule a line, then the faults; exit code 1 for a fault.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { ruleNames, type RuleName } from '../../src/policy/rules.ts'
import { checkPublished } from './published.ts'

const root = join(import.meta.dirname, '..', '..')
const own = (rule: RuleName) =>
  z.array(z.unknown()).parse(parse(readFileSync(join(import.meta.dirname, `${rule}.yaml`), 'utf8'))).length
const file = join(process.env.DOMAIN_DIR ?? '', 'examples.jsonl')
const isGiven = process.env.DOMAIN_DIR !== undefined && existsSync(file)
const lines = isGiven
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
  : []
const book = loadPolicy(join(root, 'knowledge', 'policy'))
const checked = lines.map((line) => checkPublished(line, book))
const wrong = checked.filter((one) => one.wrong.length > 0)

const rows = ruleNames.map((rule) => ({
  rule,
  own: own(rule),
  published: checked.filter((one) => one.rule === rule).length,
}))
for (const row of rows) process.stdout.write(`${row.rule}\t${row.own}\t${row.published}\n`)
const total = (name: 'own' | 'published') => rows.reduce((sum, row) => sum + row[name], 0)
process.stdout.write(`total\t${total('own')} own\t${total('published')} published, ${wrong.length} wrong\n`)
for (const one of wrong) process.stdout.write(`wrong\t${one.id}\t${one.wrong.join('; ')}\n`)
if (wrong.length > 0) process.exitCode = 1
