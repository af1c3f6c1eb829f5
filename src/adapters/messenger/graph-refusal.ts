import { z } from 'zod'
import type { SendFailure } from '../../ports.ts'
import { type PlatformAnswer, unreadableAnswer } from '../platform/call-platform.ts'
import type { PageGate } from '../platform/page-gate.ts'
import { messengerVerdict } from './send-verdicts.ts'

const LONGEST_DETAIL = 200
const errorBody = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().optional().catch(undefined),
    message: z.string().catch(''),
  }),
})

/** What the one table says of an answer that is no success, for the message and for everything else of the Page. */
export function graphRefusal(answer: PlatformAnswer, gate: PageGate, now: number): SendFailure {
  const refused = errorBody.safeParse(answer.body)
  if (!refused.success) return unreadableAnswer(answer)
  const { code, error_subcode, message } = refused.data.error
  const detail = `messenger ${code}/${error_subcode ?? '-'}: ${message.slice(0, LONGEST_DETAIL)}`
  const ruling = messengerVerdict(code, error_subcode)
  gate.shut(now, detail, ruling)
  return ruling.verdict(detail)
}
