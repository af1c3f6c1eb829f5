import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const name = z.string().min(2)
const names = z.array(name).min(1)
const change = z.strictObject({ act: name, kind: name, names: z.record(z.string(), name) })

const schema = z.strictObject({
  checked: day,
  changes: z.array(z.strictObject({ from: day, provinces: change.optional(), communes: change.optional() })),
  codes: z.record(z.string(), name),
  kept: z.record(z.string(), z.strictObject({ name, district: name, province: name })),
  islands: z.record(z.string(), z.strictObject({ district: name, province: name })),
  provinces: z.record(name, name),
  districts: z.record(name, name),
  olderDistricts: z.record(name, names),
  also: z.record(name, names),
  divided: z.record(name, z.record(name, names)),
})

/** What is put right by hand on top of the package: scripts/data-units/repairs.yaml. */
export type Repairs = z.output<typeof schema>

export function readRepairs(): Repairs {
  return schema.parse(parse(readFileSync(join(import.meta.dirname, 'repairs.yaml'), 'utf8')))
}
