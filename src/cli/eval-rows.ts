import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A question with the topic that answers it; `also` are topics it touches too. */
const question = z.object({
  id: z.string(),
  text: z.string(),
  topic: z.string(),
  also: z.array(z.string()).default([]),
  style: z.string().default('citizen'),
  kind: z.string().default('authored'),
})
export type QuestionRow = z.output<typeof question>

/** A message that is not a question to us; `accept` are the kinds, or "topic:T", that are right for it. */
const offTopic = z.object({ id: z.string(), text: z.string(), accept: z.array(z.string()).min(1) })
export type OffTopicRow = z.output<typeof offTopic>

/** The question and off-topic files of a folder, told apart by their names. */
export function readEvalRows(folder: string): {
  questions: readonly QuestionRow[]
  offTopic: readonly OffTopicRow[]
} {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
  const rows = <T>(prefix: string, shape: z.ZodType<T>) =>
    names.filter((name) => name.startsWith(prefix)).flatMap((name) => readRows(join(folder, name), shape))
  return { questions: rows('questions', question), offTopic: rows('off-topic', offTopic) }
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
