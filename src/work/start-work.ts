import { setTimeout as settled } from 'node:timers/promises'
import type { Health } from '../ports.ts'
import type { QueueName } from '../work-ports.ts'
import { answerMessages, giveUpOn } from './answer-messages.ts'
import { sendReplies } from './send-replies.ts'
import { tellAgents } from './tell-agents.ts'
import { tendHandOvers } from './tend-hand-overs.ts'
import type { WorkParts } from './work-parts.ts'

const MINUTE_MS = 60_000
/**
 * Platforms bring again, all at once and in no order, what came while we were down. Until it is in, nobody is
 * answered: afterwards the platform's clock puts each talk in order.
 */
const SETTLE_MS = 500
const queues: readonly QueueName[] = [
  'inbound',
  'outbound-zalo',
  'outbound-messenger',
  'outbound-bot-framework',
  'lead-deliver',
  'hand-over',
]

export interface Work {
  readonly health: Health
  /** Finishes what is in hand and takes no more. What still waits is kept for the next start. */
  stop(): Promise<void>
}

/** Starts answering, sending and telling; watches over it, tidies up every few minutes and backs up every hour. */
export async function startWork(parts: WorkParts): Promise<Work> {
  const { store } = parts
  const state = { running: true, stuck: 0 }
  for (const { name } of parts.channels)
    await store.queues.work(`outbound-${name}`, (jobs) => sendReplies(parts, name, jobs))
  await store.queues.work('lead-deliver', (jobs) => tellAgents(parts, jobs))
  await store.queues.work('hand-over', (jobs) => tendHandOvers(parts, jobs))
  await store.wake()
  await store.personalData.eraseAgain()
  const settling = new AbortController()
  const answering = settled(SETTLE_MS, undefined, settling)
    .then(() => store.queues.work('inbound', (jobs) => answerMessages(parts, jobs)))
    .catch(() => void (state.running = false)) // stopped before it began, or the queue is away: health says so
  const stopChores = [
    every(MINUTE_MS / 2, 'watch', parts, async () => void (state.stuck = await freeStuck(parts))),
    every(MINUTE_MS, 'forget', parts, async () => void (await store.personalData.eraseAsked())),
    every(MINUTE_MS, 'lead clock', parts, async () => void (await store.leads.keepTime())),
    every(MINUTE_MS, 'numbers', parts, () => store.numbers.sumUp()),
    every(5 * MINUTE_MS, 'tidy', parts, () => store.tidy()),
    every(60 * MINUTE_MS, 'back-up', parts, async () => void (await store.backUp())),
  ]
  return {
    health: { check: () => check(parts, state) },
    async stop() {
      state.running = false
      settling.abort()
      await answering
      await Promise.all(stopChores.map((stop) => stop()))
      await store.queues.stop()
    },
  }
}

async function check({ store }: WorkParts, { running, stuck }: { running: boolean; stuck: number }) {
  const parts = { store: await store.answers(), workers: running, queue: stuck === 0 }
  return { ok: Object.values(parts).every(Boolean), parts }
}

/**
 * Frees keys whose job killed the process each time: a second chance, then the message is given up. While the store takes no
 * writes nobody is at fault: they wait.
 */
export async function freeStuck(parts: WorkParts): Promise<number> {
  const { queues: work } = parts.store
  const isWell = await parts.store.answers()
  let found = 0
  for (const queue of queues) {
    for (const stuck of await work.stuck(queue)) {
      found += 1
      parts.alarm('queue stuck', { queue, key: stuck.key })
      if (!isWell) continue
      if (queue === 'inbound' && stuck.freedBefore > 0) await giveUpOn(parts, [stuck.key])
      await work.free(queue, stuck)
    }
  }
  return found
}

/** A chore on its own beat: one at a time, an error is an alarm and not the end. Answers how to stop it. */
function every(
  ms: number,
  name: string,
  { alarm }: WorkParts,
  chore: () => Promise<void>,
): () => Promise<void> {
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(chore).catch((error: unknown) => {
      alarm('chore failed', { name, error: error instanceof Error ? error.name : typeof error })
    })
  }, ms)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
