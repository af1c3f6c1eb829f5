import type { Contracts } from '../../api/contracts.ts'
import type { ParamsOf, Received, Row, SentBody, SentQuery } from '../../api/contract.ts'

export type Key = keyof Contracts
type RowOf<K extends Key> = Contracts[K] extends Row ? Contracts[K] : never
export type AnswerTo<K extends Key> = Received<RowOf<K>>

type Part<Name extends string, T> = T extends undefined ? unknown : Record<Name, T>
type Params<K extends Key> = unknown extends ParamsOf<K> ? unknown : { params: ParamsOf<K> }
/** What a call to this route must be given: its path's names, its query, its body. */
export type GivenTo<K extends Key> = Params<K> &
  Part<'query', SentQuery<RowOf<K>>> &
  Part<'body', SentBody<RowOf<K>>>

/** A refusal of the server, in words for the person; status 0: the server was not reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly field: string | undefined

  constructor(status: number, say: string, field?: string) {
    super(say)
    this.status = status
    this.field = field
  }
}

interface Loose {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** Calls a route of the API by its key: `callApi('GET /staff', { query: {} })`. Throws ApiError. */
export async function callApi<K extends Key>(key: K, given: GivenTo<K>): Promise<AnswerTo<K>> {
  const response = await request(key, given as Loose) // the same parts, seen without the row
  const answered: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refusal(response.status, answered)
  return answered as AnswerTo<K> // the server cut it to the schema of this row
}

/** Saves what a GET route answers as a file on the person's machine. Throws ApiError: a refusal is said, never saved. */
export async function saveFile(key: Key, given: Loose): Promise<void> {
  const response = await request(key, given)
  if (!response.ok) throw refusal(response.status, await response.json().catch(() => undefined))
  const [, name = 'tep'] = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), LONGEST_MS)
}

/** The address of a GET route, for a download link. */
export function addressOf(key: Key, { params = {}, query = {} }: Loose = {}): string {
  const path = key.slice(key.indexOf(' ') + 1)
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return `/api${filled}${search === '' ? '' : `?${search}`}`
}

/** A weak line may never answer: then it counts as none. */
const LONGEST_MS = 60_000

async function request(key: Key, given: Loose): Promise<Response> {
  const method = key.slice(0, key.indexOf(' '))
  const body = method === 'GET' ? {} : { body: JSON.stringify(given.body ?? {}) }
  const headers = method === 'GET' ? {} : { 'content-type': 'application/json' }
  try {
    const signal = AbortSignal.timeout(LONGEST_MS)
    return await fetch(addressOf(key, given), { method, headers, signal, ...body })
  } catch {
    throw new ApiError(0, 'Không nối được máy chủ. Anh/chị xem lại mạng rồi thử lại.')
  }
}

function refusal(status: number, answered: unknown): ApiError {
  const { error } = (answered ?? {}) as { error?: { say?: string; field?: string } | string }
  if (typeof error === 'object' && error.say !== undefined)
    return new ApiError(status, error.say, error.field)
  return new ApiError(status, 'Máy chủ chưa làm được việc này. Anh/chị thử lại sau ít phút.')
}
