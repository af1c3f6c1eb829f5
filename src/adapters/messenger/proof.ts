import { createHmac } from 'node:crypto'

/** `appsecret_proof`: shows that a call comes from our app, not just from someone who has our token. */
export function proofOf(pageToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(pageToken).digest('hex')
}
