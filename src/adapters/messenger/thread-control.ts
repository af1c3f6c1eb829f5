import { callPlatform } from '../platform/call-platform.ts'

/** Meta's own inbox, as an app: whoever of the desk opens the talk there may write. */
const PAGE_INBOX = '263902037430900'
const TIMEOUT_MS = 10_000

export interface ThreadCall {
  readonly apiBase: string
  readonly pageId: string
  readonly query: Readonly<Record<string, string>> // token and proof
  readonly timeoutMs?: number | undefined
}

/**
 * Passes somebody's thread to the page's inbox, or takes it back. What becomes of the call is not asked: an officer who
 * answers has the thread anyway, and a message that we may not send says so itself (error 10/2018300) and waits.
 */
export async function controlThread(call: ThreadCall, what: 'pass' | 'take', userId: string): Promise<void> {
  const { apiBase, pageId, query, timeoutMs = TIMEOUT_MS } = call
  const recipient = { id: userId }
  const body = what === 'pass' ? { recipient, target_app_id: PAGE_INBOX } : { recipient }
  await callPlatform({ url: `${apiBase}/${pageId}/${what}_thread_control`, query, body, timeoutMs })
}
