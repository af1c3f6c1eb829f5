import { useMe } from '../../shared/me.ts'
import { type Act, enqueue } from '../offline/queue.ts'
import type { Card } from '../words.ts'

/** A tap on this lead: kept first, then sent; without a network it waits. */
export function useTap({ id, code }: Pick<Card, 'id' | 'code'>): (act: Act, words: string) => void {
  const { id: account } = useMe()
  return (act, words) => void enqueue({ account, lead: id, code, act, words })
}
