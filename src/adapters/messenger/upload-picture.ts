import { z } from 'zod'
import type { SendFailure } from '../../ports.ts'
import { callPlatform } from '../platform/call-platform.ts'
import type { PageGate } from '../platform/page-gate.ts'
import { pictureForm } from '../platform/picture-form.ts'
import { ofUpload, type Uploaded } from '../platform/uploads.ts'
import { graphRefusal } from './graph-refusal.ts'
import { readPageUsage } from './page-usage.ts'
import type { ThreadCall } from './thread-control.ts'

export interface UploadCall extends ThreadCall {
  readonly gate: PageGate
  readonly now: () => number // epoch ms
}

/** A megabyte up a weak line. */
const TIMEOUT_MS = 30_000
const uploadedBody = z.object({ attachment_id: z.string().min(1), error: z.undefined().optional() })
/** Only a reusable attachment may be named by a message of its own. */
const message = JSON.stringify({ attachment: { type: 'image', payload: { is_reusable: true } } })

/** `POST /{page}/message_attachments`: the picture goes up first, because only the message after it carries our id. */
export async function uploadPicture(call: UploadCall, picture: Uint8Array): Promise<Uploaded | SendFailure> {
  const { apiBase, pageId, query, timeoutMs = TIMEOUT_MS, gate, now } = call
  const body = pictureForm('filedata', picture, { message })
  const called = await callPlatform({
    url: `${apiBase}/${pageId}/message_attachments`,
    query,
    body,
    timeoutMs,
  })
  if (called.kind !== 'answer') return ofUpload(called)
  gate.learn(now(), readPageUsage(called.headers))
  const up = uploadedBody.safeParse(called.body)
  if (up.success) return { kind: 'uploaded', id: up.data.attachment_id }
  return ofUpload(graphRefusal(called, gate, now()))
}
