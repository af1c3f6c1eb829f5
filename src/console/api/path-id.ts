import { z } from 'zod'
import { Refused } from './call.ts'

const uuid = z.guid()

/** The id in a path. What cannot be an id is nobody's (404, `gone` in Vietnamese); the database would fail on it. */
export function idIn({ id }: { readonly id: string }, gone: string): string {
  if (!uuid.safeParse(id).success) throw new Refused(404, gone)
  return id
}
