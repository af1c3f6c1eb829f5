import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { platformSecond } from '../platform/platform-instant.ts'
import { readJson } from '../platform/read-json.ts'
import { sameText } from '../same-text.ts'

const request = z.object({
  algorithm: z.literal('HMAC-SHA256'),
  user_id: z.string().min(1),
  issued_at: platformSecond,
})

/** What Meta asks us to delete: a person's id, as the app or a Page knows it, and since when. */
export interface SignedRequest {
  readonly userId: string
  readonly issuedAt: Date
}

/** Reads Meta's `signed_request`; undefined when it was not signed with this app's secret. */
export function readSignedRequest(text: string, appSecret: string): SignedRequest | undefined {
  const [signature = '', body = ''] = text.split('.')
  const expected = createHmac('sha256', appSecret).update(body).digest('base64url')
  if (!sameText(signature.replace(/=+$/, ''), expected)) return undefined
  const read = request.safeParse(readJson(Buffer.from(body, 'base64url')))
  return read.success ? { userId: read.data.user_id, issuedAt: read.data.issued_at } : undefined
}
