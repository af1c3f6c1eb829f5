import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const topicsFile = z.array(z.strictObject({ section: z.string(), id: z.string(), label: z.string().min(4) }))

/** Reads knowledge/faq/topics.yaml: every topic the answers must cover. */
export function loadTopics(root: string): z.output<typeof topicsFile> {
  return topicsFile.parse(parse(readFileSync(join(root, 'knowledge', 'faq', 'topics.yaml'), 'utf8')))
}
