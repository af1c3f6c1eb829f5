import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** A question with the topic that answers it; `also` are topics it touches too. */
const question = z.object({
  id: z.string(),
  text: z.string(),
  topic: z.string(),
  also: z.array(z.string()).default([]),
  style: z.string().default('citizen'),
  kind: z.string().default('authored'),
  source: z.string().default('unknown'),
})
export type QuestionRow = z.output<typeof question>

/** A message that is not a question to us; `accept` are the kinds, or "topic:T", that are right for it. */
const offTopic = z.object({ id: z.string(), text: z.string(), accept: z.array(z.string()).min(1) })
export type OffTopicRow = z.output<typeof offTopic>

/** One case of our own, in test/retrieval: a question and its topic, or a message and the kinds it may be (a|b). */
const ownCase = z.union([
  z.strictObject({ ask: z.string(), topic: z.string(), also: z.array(z.string()).default([]) }),
  z.strictObject({ ask: z.string(), kind: z.string() }),
])

export interface EvalRows {
  readonly questions: readonly QuestionRow[]
  readonly offTopic: readonly OffTopicRow[]
}

/** The question and off-topic files (*.jsonl) of a folder, told apart by their names, and our own cases (*.yaml). */
export function readEvalRows(folder: string): EvalRows {
  const names = readdirSync(folder).sort()
  const rows = <T>(prefix: string, shape: z.ZodType<T>) =>
    names
      .filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl'))
      .flatMap((name) => readRows(join(folder, name), shape))
  const own = names.filter((name) => name.endsWith('.yaml')).map((name) => readOwn(folder, name))
  return {
    questions: [...rows('questions', question), ...own.flatMap(({ questions }) => questions)],
    offTopic: [...rows('off-topic', offTopic), ...own.flatMap((one) => one.offTopic)],
  }
}

function readRows<T>(path: string, shape: z.ZodType<T>): T[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map((line, i) => {
    const read = shape.safeParse(JSON.parse(line))
    if (!read.success)
      throw new Error(`${path}, dòng ${i + 1}: ${read.error.issues[0]?.message ?? 'sai dạng'}`)
    return read.data
  })
}

function readOwn(folder: string, name: string): EvalRows {
  const source = name.replace('.yaml', '')
  const cases = z.array(ownCase).parse(parse(readFileSync(join(folder, name), 'utf8')))
  const rows = cases.map((one, i) => ({ ...one, id: `${source}-${i + 1}`, text: one.ask }))
  return {
    questions: rows
      .filter((row) => 'topic' in row)
      .map(({ id, text, topic, also }) => ({ id, text, topic, also, style: source, kind: 'own', source })),
    offTopic: rows
      .filter((row) => 'kind' in row)
      .map(({ id, text, kind }) => ({ id, text, accept: kind.split('|') })),
  }
}
