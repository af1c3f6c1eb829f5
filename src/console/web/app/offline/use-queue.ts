import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { flush, hearQueue, onChanged, openQueue, queueNow, type Waiting } from './queue.ts'

const AGAIN_MS = 20_000

/** Taps that wait for the network, or were refused. */
export const useQueue = (): readonly Waiting[] => useSyncExternalStore(hearQueue, queueNow)

/** Opens this account's queue, and sends it whenever there is a chance to. Once, in the shell. */
export function useQueueSent(account: string): void {
  const client = useQueryClient()
  useEffect(() => {
    onChanged(() => {
      void client.invalidateQueries({ queryKey: ['GET /my/leads'] })
      void client.invalidateQueries({ queryKey: ['GET /my/leads/:id'] })
      void client.invalidateQueries({ queryKey: ['GET /my/progress'] })
    })
    void openQueue(account)
    const send = () => void flush()
    const beat = setInterval(() => queueNow().length > 0 && send(), AGAIN_MS)
    window.addEventListener('online', send)
    document.addEventListener('visibilitychange', send)
    return () => {
      clearInterval(beat)
      window.removeEventListener('online', send)
      document.removeEventListener('visibilitychange', send)
    }
  }, [account, client])
}
