import { fromKysely, type JobInsert, type JobWithMetadata, type PgBoss } from 'pg-boss'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Job, QueueName, Queues, StuckKey } from '../../work-ports.ts'
import type { Backing } from './database/backing.ts'
import type { Database } from './database/schema.ts'
import { queueNames, queueOptions, workOptions } from './job-options.ts'

const DRAIN_WITHIN_MS = 30_000

/** A job to put in: only keys, never data about anyone. `id` when it must come once and in order. */
export interface NewJob {
  readonly key: string
  readonly id?: string
  readonly startAfter?: Date
}

/** pg-boss behind our own words; its traps are answered here and in job-options.ts. */
export class JobBox implements Queues {
  readonly #boss: PgBoss
  readonly #embedded: boolean

  constructor(boss: PgBoss, embedded: boolean) {
    this.#boss = boss
    this.#embedded = embedded
  }

  /** Puts jobs in within the caller's transaction: no job without its rows, no rows without their job. */
  async put(tx: Transaction<Database>, queue: QueueName, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return
    await this.#boss.insert(queue, jobs.map(jobInsert), { db: fromKysely(tx) })
  }

  async work(
    queue: QueueName,
    handle: (jobs: readonly Job[]) => Promise<readonly ('done' | 'again')[]>,
  ): Promise<void> {
    await this.#boss.work(queue, workOptions(this.#embedded), async (jobs: JobWithMetadata[]) => {
      const answers = await handle(jobs.map(jobOf))
      return jobs.map((job, i) => ({ id: job.id, status: answers[i] === 'done' ? 'completed' : 'failed' }))
    })
  }

  async stuck(queue: QueueName): Promise<readonly StuckKey[]> {
    const keys = await this.#boss.getBlockedKeys(queue)
    return Promise.all(
      keys.map(async (key) => ({ key, freedBefore: freedBefore(await this.#failed(queue, key)) })),
    )
  }

  /** A job in state `failed` blocks its key for ever: it is taken away and a fresh one looks at the same rows. */
  async free(queue: QueueName, { key, freedBefore }: StuckKey): Promise<void> {
    const failed = await this.#failed(queue, key)
    await this.#boss.insert(queue, [{ ...jobInsert({ key }), data: { freed: freedBefore + 1 } }])
    await this.#boss.deleteJob(
      queue,
      failed.map(({ id }) => id),
    )
  }

  async #failed(queue: QueueName, key: string): Promise<readonly JobWithMetadata<object>[]> {
    return (await this.#boss.findJobs<object>(queue, { key })).filter(({ state }) => state === 'failed')
  }

  async stop(): Promise<void> {
    await Promise.all(queueNames.map((queue) => this.#boss.offWork(queue, { wait: true })))
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: DRAIN_WITHIN_MS })
  }
}

/** Starts pg-boss on that database and makes the queues. `failed` hears of pg-boss's own troubles. */
export async function openJobBox(backing: Backing, failed: (error: Error) => void): Promise<JobBox> {
  const boss = backing.newBoss()
  boss.on('error', failed)
  await boss.start()
  const made = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const name of queueNames) if (!made.has(name)) await boss.createQueue(name, queueOptions)
  return new JobBox(boss, backing.kind === 'embedded')
}

function jobInsert({ key, id, startAfter }: NewJob): JobInsert {
  return { singletonKey: key, ...(id && { id }), ...(startAfter && { startAfter: startAfter.toISOString() }) }
}

const freedJob = z.object({ freed: z.number() })

function freedBefore(failed: readonly JobWithMetadata<object>[]): number {
  return Math.max(0, ...failed.map(({ data }) => freedJob.safeParse(data).data?.freed ?? 0))
}

function jobOf({ id, singletonKey, retryCount, retryLimit }: JobWithMetadata): Job {
  return { id, key: singletonKey ?? '', isLastAttempt: retryCount >= retryLimit }
}
