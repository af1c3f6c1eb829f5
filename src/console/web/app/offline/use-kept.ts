import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { type AnswerTo, ApiError, callApi, type GivenTo, type Key } from '../../shared/api.ts'
import { drop, keep, kept, type Kept } from './kept.ts'

type GetKey = Extract<Key, `GET ${string}`>

/** An answer of the server, or the one kept from before while it cannot be reached. */
export interface KeptAnswer<T> {
  readonly data: T | undefined
  readonly error: ApiError | null
  readonly refetch: UseQueryResult<T, ApiError>['refetch']
  /** When the answer shown came, while the server cannot be reached. */
  readonly oldSince: number | undefined
}

export const keptName = (key: GetKey, given: object): string => `${key} ${JSON.stringify(given)}`

/** Only a server that answers can take something away; one that is not reached, or is in trouble, cannot. */
const isFinal = (error: ApiError | null) =>
  error !== null && error.status >= 400 && error.status < 500 && error.status !== 429

/** Like `useApi`, and readable without a network: what came last is kept in this browser until sign-out. */
export function useKept<K extends GetKey>(key: K, given: GivenTo<K>): KeptAnswer<AnswerTo<K>> {
  const name = keptName(key, given as object) // GivenTo is always an object of parts
  const client = useQueryClient()
  const before = useQuery<Kept<AnswerTo<K>> | null>({
    queryKey: ['kept', name],
    queryFn: async () => (await kept<AnswerTo<K>>(name)) ?? null,
    staleTime: Infinity,
  })
  const fresh = useQuery<AnswerTo<K>, ApiError>({
    queryKey: [key, given],
    queryFn: () => askAndKeep(client, name, () => callApi(key, given)),
  })
  const { error, refetch } = fresh
  if (isFinal(error)) return { data: undefined, error, refetch, oldSince: undefined }
  const old = before.data ?? undefined
  return { data: fresh.data ?? old?.data, error, refetch, oldSince: error === null ? undefined : old?.at }
}

async function askAndKeep<T>(client: QueryClient, name: string, ask: () => Promise<T>): Promise<T> {
  try {
    const data = await ask()
    await keep(name, data)
    client.setQueryData(['kept', name], { at: Date.now(), data })
    return data
  } catch (error) {
    if (error instanceof ApiError && isFinal(error)) {
      await drop(name)
      client.setQueryData(['kept', name], null)
    }
    throw error
  }
}
