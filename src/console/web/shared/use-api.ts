import {
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { type AnswerTo, type ApiError, callApi, type GivenTo, type Key } from './api.ts'

type GetKey = Extract<Key, `GET ${string}`>
type SendKey = Exclude<Key, GetKey>

/**
 * What a GET route answers, kept and refreshed by TanStack Query: `useApi('GET /devices', {})`. With `everyMs` it is asked
 * again and again while the page is looked at.
 */
export function useApi<K extends GetKey>(
  key: K,
  given: GivenTo<K>,
  everyMs?: number,
): UseQueryResult<AnswerTo<K>, ApiError> {
  return useQuery<AnswerTo<K>, ApiError>({
    queryKey: [key, given],
    queryFn: () => callApi(key, given),
    refetchInterval: everyMs ?? false,
  })
}

/** Sends to a route; afterwards the answers of the GET routes named in `refresh` are asked for again. */
export function useSend<K extends SendKey>(
  key: K,
  refresh: readonly GetKey[] = [],
): UseMutationResult<AnswerTo<K>, ApiError, GivenTo<K>> {
  const client = useQueryClient()
  return useMutation<AnswerTo<K>, ApiError, GivenTo<K>>({
    mutationFn: (given) => callApi(key, given),
    onSuccess: () => Promise.all(refresh.map((one) => client.invalidateQueries({ queryKey: [one] }))),
    onError: (error) =>
      error.status === 401 ? client.invalidateQueries({ queryKey: ['GET /me'] }) : undefined,
  })
}
