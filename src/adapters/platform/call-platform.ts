import axios, { isAxiosError } from 'axios'
import type { SendFailure } from '../../ports.ts'
import { jsonIn } from './read-json.ts'

const LONGEST_ANSWER_BYTES = 256 * 1024
const NETWORK_PAUSE_MS = 5_000
const SERVER_PAUSE_MS = 30_000

export interface PlatformRequest {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object // absent: a GET
  readonly timeoutMs: number
}

/** What a platform answered, whatever the status: both of ours hide errors behind a 200. */
export interface PlatformAnswer {
  readonly kind: 'answer'
  readonly status: number
  readonly body: unknown
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, unknown>>
}

/** With these the call never left this machine; after any other the platform may have acted on it. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/**
 * One call, bounded in time and size, without redirects. A URLSearchParams body goes as a form, others as JSON.
 * A network failure is told by its code alone: axios's own messages carry addresses, and those carry tokens.
 */
export async function callPlatform(request: PlatformRequest): Promise<PlatformAnswer | SendFailure> {
  const { url, headers = {}, query = {}, body, timeoutMs } = request
  try {
    const {
      status,
      data,
      headers: given,
    } = await axios.request<unknown>({
      url,
      method: body === undefined ? 'get' : 'post',
      data: body,
      headers: { ...headers },
      params: query,
      timeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
      maxRedirects: 0,
      maxContentLength: LONGEST_ANSWER_BYTES,
      validateStatus: () => true,
      transformResponse: (text: unknown) => (typeof text === 'string' ? (jsonIn(text) ?? text) : text),
    })
    return { kind: 'answer', status, body: data, headers: { ...given } }
  } catch (error) {
    if (!isAxiosError(error)) throw error
    const { code = 'unknown' } = error
    const unclear = neverLeft.has(code) ? {} : { unclear: true as const }
    return { kind: 'try-later', afterMs: NETWORK_PAUSE_MS, detail: `network: ${code}`, ...unclear }
  }
}

/**
 * An answer we cannot read. A failing server is tried again; anything else is not, because the message may well
 * have been delivered and a citizen must not get it twice.
 */
export function unreadableAnswer({ status }: PlatformAnswer): SendFailure {
  const later = { kind: 'try-later', afterMs: SERVER_PAUSE_MS, detail: `HTTP ${status}` } as const
  if (status === 429) return later
  if (status >= 500) return { ...later, unclear: true }
  return { kind: 'our-fault', detail: `HTTP ${status} with an answer nobody can read` }
}
