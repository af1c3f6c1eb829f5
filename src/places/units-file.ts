import { z } from 'zod'

const day = z.string()
const name = z.string().min(2)
const code = z.string().min(2)
/** "former province/former district" → the names of its communes that went in; `*` marks one divided among several. */
const formerly = z.record(name, z.array(name))

const communes = z.record(code, z.array(z.tuple([code, name, formerly])))

/** knowledge/places/units.json, written by `npm run data:units`: names and kinds as of 2025-07-01, then the changes. */
export const wholeUnitsFile = z.strictObject({
  version: day,
  checked: day,
  sources: z.array(name),
  since: z.strictObject({ day, provinces: name, communes: name }),
  changes: z.array(z.strictObject({ code, from: day, kind: name, act: name })),
  provinces: z.array(z.tuple([code, name, z.enum(['tỉnh', 'thành phố'])])),
  olderDistricts: z.record(name, z.array(name)),
  also: z.record(name, z.array(name)),
  communes,
})
export type UnitsFile = z.output<typeof wholeUnitsFile>

/** What a start checks: the 14,000 rows are checked by a test of the committed file, not at every start. */
export const unitsFile = wholeUnitsFile.extend({
  communes: z.custom<UnitsFile['communes']>((value) => typeof value === 'object' && value !== null),
})
