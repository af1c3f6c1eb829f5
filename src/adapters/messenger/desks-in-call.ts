import { z } from 'zod'
import { readJson } from '../platform/read-json.ts'

const entry = z.object({ id: z.union([z.string(), z.number()]).transform(String) })
const call = z.object({ entry: z.array(z.unknown()) })

/** The Pages a webhook call speaks of; one call may bring events of several. */
export function messengerDesksIn(rawBody: Buffer): readonly string[] {
  const read = call.safeParse(readJson(rawBody))
  if (!read.success) return []
  return read.data.entry.flatMap((one) => entry.safeParse(one).data?.id ?? [])
}
