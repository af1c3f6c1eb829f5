import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { isRuleName } from '../policy/rules.ts'

const citizen = z.strictObject({
  name: z.string().min(3),
  rule: z.string().refine(isRuleName, 'không có phép tính này'),
  inputs: z.record(z.string(), z.unknown()),
})

/** An invented person and the sum they would ask for: what a change of law is tried out on. */
export type SampleCitizen = z.output<typeof citizen>

/** Reads knowledge/sample-citizens.yaml; throws an error that names the file and the field. */
export function loadSampleCitizens(root: string): readonly SampleCitizen[] {
  const path = join(root, 'knowledge', 'sample-citizens.yaml')
  const read = z.array(citizen).safeParse(parse(readFileSync(path, 'utf8')))
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`)
  throw new Error(`${path}: ${wrong.join('; ')}`)
}
