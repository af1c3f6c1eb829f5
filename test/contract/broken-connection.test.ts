import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openServer } from '../../src/adapters/postgres/database/server.ts'
import { describeNeeding } from '../support/needs.ts'
import { newDatabase } from '../support/store.ts'

await describeNeeding('PostgreSQL', 'a connection that breaks while it is in use', () => {
  test('fails its own query and nothing else: the process lives, and the next query is answered', async () => {
    const place = await newDatabase()
    const { databaseUrl = '' } = place.place as { readonly databaseUrl?: string }
    const { db, close } = openServer(databaseUrl)
    const broken: string[] = []
    const note = (error: Error) => void broken.push(error.message)
    process.on('uncaughtException', note)
    try {
      const inUse = db.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(71)`.execute(tx)
        return sql`select pg_sleep(60)`.execute(tx)
      })
      const failed = expect(inUse).rejects.toThrow()
      const busy = () =>
        sql`select pid from pg_locks where locktype = 'advisory' and objid = 71 and granted`.execute(db)
      await expect.poll(async () => (await busy()).rows.length).toBe(1)
      await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 71`.execute(
        db,
      )
      await failed
      expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
      expect(broken).toEqual([])
    } finally {
      process.off('uncaughtException', note)
      await close()
      await place.remove()
    }
  })
})
