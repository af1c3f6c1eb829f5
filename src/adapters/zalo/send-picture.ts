import { z } from 'zod'
import type { Sent, SendFailure } from '../../ports.ts'
import { pictureForm } from '../platform/picture-form.ts'
import { isUploaded, ofUpload, type Uploaded, type Uploads } from '../platform/uploads.ts'
import { learning, postMessage, refused, requestTo, type Way } from './post-message.ts'
import { zaloPictureBody } from './reply-body.ts'
import { zaloCall } from './zalo-call.ts'

/** A picture for one person, with what is on it in words. */
export interface PictureMessage {
  readonly userId: string
  readonly text: string
  readonly picture: Uint8Array
  readonly outboundId: string
}

/** How pictures go up: `mayCall` counts the call, because an upload is one more of the minute. */
export interface UploadWay extends Way {
  readonly uploads: Uploads
  readonly mayCall: () => Promise<SendFailure | undefined>
}

/** An attachment lives seven days; then a message that names it is refused with this, and it is to be uploaded again. */
const EXPIRED = -100
const uploadedData = z.object({ attachment_id: z.string().min(1) })

/** Upload, then the message that names it; once more from the start when the attachment has expired. */
export async function sendPicture(way: UploadWay, message: PictureMessage): Promise<Sent | 'token-refused'> {
  const first = await upAndAway(way, message)
  if (first !== 'expired') return first
  const second = await upAndAway(way, message)
  return second === 'expired' ? { kind: 'our-fault', detail: 'zalo -100: a fresh attachment' } : second
}

async function upAndAway(way: UploadWay, { userId, text, picture, outboundId }: PictureMessage) {
  const up = await way.uploads.idFor(outboundId, () => upload(way, picture))
  if (!isUploaded(up)) return up
  const sent = await postMessage(way, zaloPictureBody(userId, text, up.id))
  const isExpired = sent.kind === 'refusal' && sent.code === EXPIRED
  if (isExpired || sent.kind === 'sent') way.uploads.forget(outboundId)
  if (isExpired) return 'expired'
  return sent.kind === 'refusal' ? refused(way, sent) : sent
}

/**
 * Said of an upload these are about uploads: not granted, not in the OA's package, the 5,000 of the month used up. The picture is
 * given up (an operator can try it again), and words go on; everything else means what it means for a message.
 */
const aboutUploads: ReadonlySet<number> = new Set([-209, -211, -212, -221, -223, -224])

async function upload(
  way: UploadWay,
  picture: Uint8Array,
): Promise<Uploaded | SendFailure | 'token-refused'> {
  const full = await way.mayCall()
  if (full) return full
  const request = requestTo(way, '/v2.0/oa/upload/image', pictureForm('file', picture))
  const called = await zaloCall(request, uploadedData, learning(way))
  if (called.kind === 'ok') return { kind: 'uploaded', id: called.data.attachment_id }
  if (called.kind !== 'refusal') return ofUpload(called)
  if (aboutUploads.has(called.code)) return { kind: 'our-fault', detail: `upload: ${called.detail}` }
  const ruled = refused(way, called)
  if (ruled === 'token-refused' || ruled.kind === 'sent') return 'token-refused' // a refusal is never "sent"
  return ofUpload(ruled)
}
