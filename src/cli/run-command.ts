import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { loadPlaces } from '../adapters/files/load-places.ts'
import { loadPolicy } from '../adapters/files/load-policy.ts'
import { provinceNamed } from '../places/resolve-place.ts'
import { isRuleName, ruleNames } from '../policy/rules.ts'
import type { Day } from '../policy/values.ts'
import { askLines } from './ask.ts'
import type { DeskWords } from '../faq/desk-words.ts'
import { chatLines } from './chat.ts'
import { computeLines, recomputeLine } from './compute.ts'
import { impactOf } from './impact.ts'
import { checkKnowledge } from './knowledge-check.ts'
import { readKinds, readLines } from './read.ts'
import { withTwoVersions } from './two-versions.ts'
import { type Arguments, BadUsage } from './usage.ts'

/** What a command may use of the world. */
export interface Surroundings {
  readonly root: string
  readonly today: Day
  readonly input: NodeJS.ReadableStream
  readonly desk: DeskWords
  readonly print: (line: string) => void
}

type Command = (given: Arguments, around: Surroundings) => Promise<number> | number

/** Commands that never open the store: they read the files of knowledge/ and answer on stdout. */
export const commands: Readonly<Record<string, Command>> = {
  async ask({ on, jsonl }, { root, today, desk, input, print }) {
    if (!jsonl) throw new BadUsage('ask reads JSON lines: ask --jsonl [--on DAY]')
    for (const line of askLines(await allOf(input), { on: on ?? today, root, desk })) print(line)
    return 0
  },

  async chat({ on, jsonl, channel }, { root, today, desk, input, print }) {
    const options = { channel, on: on ?? today, jsonl, root, desk }
    for await (const line of chatLines(linesOf(input), options)) print(line)
    return 0
  },

  async compute({ words: [rule = ''], on }, { root, today, input, print }) {
    if (!isRuleName(rule)) throw new BadUsage(`compute RULE --jsonl; rules: ${ruleNames.join(', ')}`)
    const places = loadPlaces(root)
    const book = loadPolicy(join(root, 'knowledge', 'policy'))
    const law = { book, provinceCodeOf: (text: string) => provinceNamed(text, places)?.code }
    for await (const line of computeLines(rule, linesOf(input), { on: on ?? today, ...law })) print(line)
    return 0
  },

  recompute({ words: [receipt] }, { print }) {
    if (receipt === undefined) throw new BadUsage('recompute RECEIPT')
    const { ok, line } = recomputeLine(receipt)
    print(line)
    if (!ok) throw new Error('recompute: this receipt is not one of ours, or was changed or cut in copying')
    return 0
  },

  async read({ words: [kind], on }, { root, today, input, print }) {
    const known = readKinds.find((one) => one === kind)
    if (!known) throw new BadUsage(`read KIND --jsonl; kinds: ${readKinds.join(', ')}`)
    for (const line of readLines(known, await allOf(input), { on: on ?? today, root })) print(line)
    return 0
  },

  async knowledge({ words: [what, file], on }, { root, today, print }) {
    if (what === 'impact' && file !== undefined) {
      const changes = await withTwoVersions(root, file, (versions) => impactOf(root, versions, on ?? today))
      for (const { kind, what: where, on: day, before, after } of changes)
        print([kind, where, day, `${before.trim()} → ${after.trim()}`].join('\t'))
      return 0
    }
    if (what !== 'check') throw new BadUsage('knowledge check | impact FILE')
    const findings = checkKnowledge(root, on ?? today)
    for (const { level, at, say } of findings) print(`${level}\t${at}\t${say}`)
    return findings.some(({ level }) => level === 'error') ? 1 : 0
  },
}

function linesOf(input: NodeJS.ReadableStream): AsyncIterable<string> {
  return createInterface({ input, crlfDelay: Infinity })
}

async function allOf(input: NodeJS.ReadableStream): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of linesOf(input)) lines.push(line)
  return lines
}
