import { z } from 'zod'
import type { SendFailure } from '../../ports.ts'
import { callPlatform, type PlatformRequest, unreadableAnswer } from '../platform/call-platform.ts'

const LONGEST_DETAIL = 200
const answer = z.object({ error: z.number(), message: z.string().catch(''), data: z.unknown().optional() })

/** Zalo refused: `code` is its error number, to be looked up in the table of that endpoint family. */
export interface ZaloRefusal {
  readonly kind: 'refusal'
  readonly code: number
  readonly detail: string
}

/** Calls Zalo and reads its envelope. HTTP 200 proves nothing there: success is `error` 0 with the data we asked for. */
export async function zaloCall<T>(
  request: PlatformRequest,
  data: z.ZodType<T>,
  learn: (headers: Readonly<Record<string, unknown>>) => void = () => undefined,
): Promise<{ readonly kind: 'ok'; readonly data: T } | ZaloRefusal | SendFailure> {
  const called = await callPlatform(request)
  if (called.kind !== 'answer') return called
  learn(called.headers)
  const read = answer.safeParse(called.body)
  if (!read.success) return unreadableAnswer(called)
  const { error, message } = read.data
  if (error !== 0) {
    return { kind: 'refusal', code: error, detail: `zalo ${error}: ${message.slice(0, LONGEST_DETAIL)}` }
  }
  const given = data.safeParse(read.data.data)
  return given.success ? { kind: 'ok', data: given.data } : unreadableAnswer(called)
}
