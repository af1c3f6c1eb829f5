import type { QueueName } from '../../work-ports.ts'

export const queueNames: readonly QueueName[] = [
  'inbound',
  'outbound-zalo',
  'outbound-messenger',
  'outbound-bot-framework',
  'lead-deliver',
  'hand-over',
]

/**
 * Strictly one after the other for a key. Four attempts within about five seconds; a worker that died is noticed after
 * ten seconds. Finished jobs say nothing and go soon: they only slow the search for the next one.
 */
export const queueOptions = {
  policy: 'key_strict_fifo',
  notify: true,
  retryLimit: 3,
  retryDelay: 1,
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  deleteAfterSeconds: 600,
}

/**
 * One job at a time would be bound by polling (40 a second), and a poll of 30 s, the default beside NOTIFY, would hold
 * up retries. PGlite is one connection: one loop with a big batch asks least of it; on a server two go on while one waits
 * for a slow answer, and a third mostly finds nothing (measured: 0.87 of the throughput). A job put in during a batch makes
 * its worker look again right after it; what stood behind another job of its key before that waits for the poll, which
 * nobody feels, because a job stands for everything that waits for its person.
 */
export function workOptions(embedded: boolean) {
  return {
    batchSize: 50,
    localConcurrency: embedded ? 1 : 2,
    perJobResults: true,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 0.5,
    notifyPollingIntervalSeconds: 0.5,
    includeMetadata: true,
  } as const // pg-boss types the handler by these literals
}
