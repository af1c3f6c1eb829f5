import { z } from 'zod'
import type { Reply } from '../../conversation/reply.ts'
import type { Channel, Sent, SendFailure } from '../../ports.ts'
import { callPlatform, type PlatformAnswer } from '../platform/call-platform.ts'
import { isComment } from './comment.ts'
import { graphRefusal } from './graph-refusal.ts'
import { type MessengerKeys, receiveFromMessenger } from './inbound.ts'
import { proofOf } from './proof.ts'
import { PageGate } from '../platform/page-gate.ts'
import { isUploaded, Uploads } from '../platform/uploads.ts'
import { readPageUsage } from './page-usage.ts'
import { HUMAN_AGENT_MS, humanAgent, messengerManners, messengerReplyBody } from './reply-body.ts'
import { controlThread } from './thread-control.ts'
import { OUTSIDE_WINDOW } from './send-verdicts.ts'
import { uploadPicture } from './upload-picture.ts'

export interface MessengerSettings extends MessengerKeys {
  readonly apiBase: string // with the Graph version: https://graph.facebook.com/v26.0
  readonly pageToken: string
  readonly timeoutMs?: number
  /** Meta granted the Human Agent feature: words a person typed may go out for seven days. */
  readonly mayTag?: boolean
  /** The Page has conversation routing: its thread with somebody is passed to its inbox and taken back. */
  readonly controlsThreads?: boolean
  readonly now?: () => number // epoch ms
}

const TIMEOUT_MS = 10_000
const sentBody = z.object({
  message_id: z.string().min(1),
  recipient_id: z.string().min(1).optional().catch(undefined),
  error: z.undefined().optional(),
})
/** One Facebook Page. Every call proves that it comes from our app, not just from someone who has our token. */
export function messengerChannel(settings: MessengerSettings): Channel {
  const { apiBase, pageId, pageToken, appSecret, timeoutMs, mayTag, now = Date.now } = settings
  const gate = new PageGate()
  const uploads = new Uploads()
  const query = { access_token: pageToken, appsecret_proof: proofOf(pageToken, appSecret) }
  const post = async (body: object, isPrivateReply: boolean) => {
    const called = await callPlatform({
      url: `${apiBase}/${pageId}/messages`,
      query,
      body,
      timeoutMs: timeoutMs ?? TIMEOUT_MS,
    })
    return called.kind === 'answer' ? readSent(called, gate, now(), isPrivateReply) : called
  }
  const thread = async (what: 'pass' | 'take', userId: string) => {
    if (!settings.controlsThreads) return
    await controlThread({ apiBase, pageId, query, timeoutMs }, what, userId)
  }
  const pictureOf = async ({ picture }: Reply, outboundId: string) =>
    picture &&
    uploads.idFor(outboundId, () => uploadPicture({ apiBase, pageId, query, timeoutMs, gate, now }, picture))
  return {
    ...messengerManners,
    receive: (request) => receiveFromMessenger(request, settings),
    async send(to, reply, outboundId) {
      if (to.desk !== pageId) return { kind: 'our-fault', detail: 'a message for a Page that is not ours' }
      const entry = gate.enter(now())
      if (entry.kind === 'wait') return held(entry)
      const up = await pictureOf(reply, outboundId)
      if (up && !isUploaded(up)) return up
      if (isOurs(reply)) await thread('take', to.id)
      const said = { reply, outboundId, attachment: up?.id }
      const sent = await post(messengerReplyBody(to.id, said), isComment(to.id))
      if (sent.kind === 'sent' && reply.thread === 'pass') await thread('pass', to.id)
      const isTagged = mayTag && reply.typedBy === 'staff' && isOutsideWindow(sent)
      return isTagged ? post(messengerReplyBody(to.id, said, humanAgent), false) : sent
    },
    staffWithinMs: () => (mayTag ? HUMAN_AGENT_MS : undefined),
  }
}

/** Words of the desk typed in our console need the thread as much as the bot's first ones after it. */
const isOurs = ({ thread, typedBy }: Reply) => thread === 'take' || typedBy === 'staff'

function isOutsideWindow(sent: Sent): boolean {
  return sent.kind === 'not-allowed-now' && sent.rule === OUTSIDE_WINDOW
}

function held({ ms, why }: { readonly ms: number; readonly why: string }): SendFailure {
  return { kind: 'try-later', afterMs: ms, detail: `held: ${why}`, untried: true }
}

function readSent(answer: PlatformAnswer, gate: PageGate, now: number, isPrivateReply: boolean): Sent {
  const sent = sentBody.safeParse(answer.body)
  if (sent.success) gate.open()
  gate.learn(now, readPageUsage(answer.headers))
  if (sent.success) {
    const { message_id: platformId, recipient_id: reached } = sent.data
    return { kind: 'sent', platformId, ...(isPrivateReply && reached !== undefined && { reached }) }
  }
  return graphRefusal(answer, gate, now)
}
