import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openJobBox, type JobBox } from '../../src/adapters/postgres/job-box.ts'
import type { Backing } from '../../src/adapters/postgres/database/backing.ts'
import { eventId } from '../../src/adapters/postgres/event-id.ts'
import { openBacking } from '../../src/adapters/postgres/open-backing.ts'
import type { Job, QueueName } from '../../src/work-ports.ts'
import { describeOnBothStores, type TestPlace } from '../support/store.ts'

/** The traps of pg-boss and PGlite that were met while choosing them: each one, held shut. */
await describeOnBothStores('the queue', (newPlace) => {
  let place: TestPlace
  let backing: Backing
  let box: JobBox
  const handled: Job[] = []
  const batches: number[] = []
  let answer: (job: Job) => 'done' | 'again' | Promise<'done' | 'again'> = () => 'done'

  beforeAll(async () => {
    place = await newPlace()
    backing = await openBacking(place.place)
    box = await openJobBox(backing, () => undefined)
    await box.work('inbound', async (jobs) => {
      batches.push(jobs.length)
      handled.push(...jobs)
      return Promise.all(jobs.map(async (job) => answer(job)))
    })
  })
  afterAll(async () => {
    await box.stop()
    await box.close()
    await backing.close()
    await place.remove()
  })

  const put = (queue: QueueName, jobs: readonly { key: string; id?: string }[]) =>
    backing.db.transaction().execute((tx) => box.put(tx, queue, jobs))

  async function whenHandled(key: string, times: number): Promise<readonly Job[]> {
    await expect.poll(() => handled.filter((job) => job.key === key).length, { timeout: 20_000 }).toBe(times)
    return handled.filter((job) => job.key === key)
  }

  test('jobs put in by one transaction for one person come out in the order of their events', async () => {
    for (let round = 0; round < 20; round += 1) {
      const key = randomUUID()
      const ids = [0, 1, 2, 3, 4].map((n) => eventId(new Date(1_795_334_400_000 + n), `${key}-${n}`))
      const [a, b, c, d, e] = ids
      await put(
        'lead-deliver',
        [c, a, e, d, b].map((id) => ({ key, ...(id && { id }) })),
      )
      const order: string[] = []
      while (order.length < 5) {
        const { rows } = await sql<{ id: string }>`
          select id from pgboss.job where singleton_key = ${key} and state = 'created'
          order by created_on, id limit 1`.execute(backing.db)
        order.push(rows[0]?.id ?? '')
        await sql`delete from pgboss.job where id = ${rows[0]?.id}`.execute(backing.db)
      }
      expect(order).toEqual(ids)
    }
  })

  test('jobs of one person run one after the other, the next soon and not at a slow poll', async () => {
    const key = randomUUID()
    let inside = 0
    let together = 0
    answer = async () => {
      inside += 1
      together = Math.max(together, inside)
      await new Promise((next) => setImmediate(next))
      inside -= 1
      return 'done' as const
    }
    const ids = [1, 2, 3].map((n) => eventId(new Date(n), key + n))
    await put(
      'inbound',
      ids.map((id) => ({ key, id })),
    )
    const started = performance.now()
    expect((await whenHandled(key, 3)).map(({ id }) => id)).toEqual(ids)
    expect(together).toBe(1)
    expect(performance.now() - started).toBeLessThan(10_000) // the library's own backstop is 30 s
    answer = () => 'done'
  })

  test('a crowd of people is handled in batches, not one at a time', async () => {
    const keys = Array.from({ length: 200 }, () => randomUUID())
    batches.length = 0
    await put(
      'inbound',
      keys.map((key) => ({ key })),
    )
    await expect
      .poll(() => keys.every((key) => handled.some((job) => job.key === key)), { timeout: 20_000 })
      .toBe(true)
    expect(batches.length).toBeLessThan(20)
  })

  test('a job put in by a transaction that is rolled back was never there', async () => {
    const key = randomUUID()
    const failing = backing.db.transaction().execute(async (tx) => {
      await box.put(tx, 'lead-deliver', [{ key }])
      throw new Error('changed our mind')
    })
    await expect(failing).rejects.toThrow('changed our mind')
    const { rows } = await sql`select 1 from pgboss.job where singleton_key = ${key}`.execute(backing.db)
    expect(rows).toEqual([])
  })

  test('the same event put in twice is one job', async () => {
    const job = { key: randomUUID(), id: eventId(new Date(), 'một') }
    await put('lead-deliver', [job])
    await put('lead-deliver', [job])
    const { rows } = await sql`select 1 from pgboss.job where singleton_key = ${job.key}`.execute(backing.db)
    expect(rows).toHaveLength(1)
  })

  test('a job that asks again is tried again, holding back its own person only', async () => {
    const [key, other] = [randomUUID(), randomUUID()]
    let tries = 0
    answer = (job) => (job.key === key && ++tries < 2 ? 'again' : 'done')
    await put('inbound', [{ key }, { key: other }])
    expect((await whenHandled(key, 2)).map(({ isLastAttempt }) => isLastAttempt)).toEqual([false, false])
    await whenHandled(other, 1)
    answer = () => 'done'
  })

  test('a failed job would hold its person for ever: it is seen, and freed, and what waited behind it runs', async () => {
    const key = randomUUID()
    const [stuckId, nextId] = [1, 2].map((n) => eventId(new Date(n), key + n))
    await put('lead-deliver', [{ key, ...(stuckId && { id: stuckId }) }])
    await sql`update pgboss.job set state = 'failed', completed_on = now() where id = ${stuckId}`.execute(
      backing.db,
    )
    await put('lead-deliver', [{ key, ...(nextId && { id: nextId }) }])
    const [stuck] = await box.stuck('lead-deliver')
    expect(stuck).toEqual({ key, freedBefore: 0 })
    if (stuck) await box.free('lead-deliver', stuck)
    expect(await box.stuck('lead-deliver')).toEqual([])
    const ran: string[] = []
    await box.work('lead-deliver', async (jobs) => {
      ran.push(...jobs.map((job) => job.key))
      return jobs.map(() => 'done' as const)
    })
    await expect.poll(() => ran.filter((one) => one === key).length, { timeout: 20_000 }).toBe(2)
  })

  test('how often a person was freed before is remembered across failures', async () => {
    const key = randomUUID()
    await put('outbound-zalo', [{ key }])
    for (const freedBefore of [0, 1, 2]) {
      await sql`update pgboss.job set state = 'failed', completed_on = now() where singleton_key = ${key}`.execute(
        backing.db,
      )
      const [stuck] = await box.stuck('outbound-zalo')
      expect(stuck).toEqual({ key, freedBefore })
      if (stuck) await box.free('outbound-zalo', stuck)
    }
  })

  test('a statement of the queue that fails does not roll our transaction back', async () => {
    await sql`create table note (name text)`.execute(backing.db)
    let failing = Promise.resolve()
    await backing.db.transaction().execute(async (tx) => {
      await sql`insert into note values ('ours')`.execute(tx)
      failing = box.free('lead-deliver', { key: '\0', freedBefore: 0 }) // no text may hold a zero byte
      await Promise.race([failing.catch(() => undefined), new Promise((go) => setImmediate(go))])
    })
    await expect(failing).rejects.toThrow()
    const { rows } = await sql`select name from note`.execute(backing.db)
    expect(rows).toEqual([{ name: 'ours' }])
  })

  test('big integers and counts are numbers on both databases', async () => {
    const { rows } = await sql<{ n: unknown; big: unknown }>`select count(*) as n, 5::int8 as big`.execute(
      backing.db,
    )
    expect(rows[0]).toEqual({ n: 1, big: 5 })
  })
})

test('ids of events sort by time and never change for the same event', () => {
  const early = eventId(new Date(1000), 'z')
  expect(early < eventId(new Date(1001), 'a')).toBe(true)
  expect(eventId(new Date(1000), 'z')).toBe(early)
  expect(eventId(new Date(1000), 'y')).not.toBe(early)
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})
