import type { Reply } from '../conversation/reply.ts'
import type { HandOverChange } from '../work-ports.ts'

/** A talk that a person takes over: the last thing the bot says passes the thread; the first after it takes it back. */
export function withThread(replies: readonly Reply[], changes: readonly HandOverChange[]): readonly Reply[] {
  const isOpened = changes.some(({ kind }) => kind === 'opened')
  const isClosed = changes.some(({ kind }) => kind === 'closed')
  return replies.map((reply, i) => {
    if (isOpened && i === replies.length - 1) return { ...reply, thread: 'pass' }
    return isClosed && i === 0 ? { ...reply, thread: 'take' } : reply
  })
}
