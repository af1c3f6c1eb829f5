import { z } from 'zod'
import { zaloCall } from './zalo-call.ts'

const TIMEOUT_MS = 10_000
const id = z.union([z.string().min(1), z.number()]).transform(String)

/** Both spellings of the id are seen. */
const account = z
  .object({
    oaid: id.optional(),
    oa_id: id.optional(),
    name: z.string().catch(''),
    is_verified: z.boolean().catch(false),
  })
  .refine(({ oaid, oa_id }) => (oaid ?? oa_id) !== undefined)
  .transform(({ oaid, oa_id, name, is_verified }) => ({ id: oaid ?? oa_id, name, isVerified: is_verified }))

/** Whose token this is: the OA's own answer (`GET /v2.0/oa/getoa`). */
export function officialAccount(apiBase: string, accessToken: string) {
  const headers = { access_token: accessToken }
  return zaloCall({ url: `${apiBase}/v2.0/oa/getoa`, headers, timeoutMs: TIMEOUT_MS }, account)
}
