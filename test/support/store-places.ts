import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrate } from '../../src/adapters/postgres/database/migrate.ts'
import { openJobBox } from '../../src/adapters/postgres/job-box.ts'
import { openBacking, type StorePlace } from '../../src/adapters/postgres/open-backing.ts'
import { postgresServer } from './needs.ts'

/** Where one test's store lives, and how to make it go away again. */
export interface TestPlace {
  readonly place: StorePlace
  remove(): Promise<void>
}

type TestFolder = TestPlace & { readonly place: { readonly dataDir: string } }
type TestDatabase = TestPlace & { readonly place: { readonly databaseUrl: string } }

/** What the names of this run begin with: whatever a test left behind goes when the run is over. */
const run = process.env['TEST_RUN'] ?? randomBytes(6).toString('hex')
const copy = promisify(execFile)

/** With no table in it. */
export async function bareFolder(): Promise<TestFolder> {
  const dataDir = mkdtempSync(join(tmpdir(), `an-sinh-${run}-`))
  return { place: { dataDir }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** A database of its own on the test server, with no table in it. */
export function bareDatabase(): Promise<TestDatabase> {
  return createDatabase('')
}

/** With every table and queue, and nothing in them. */
export async function newFolder(): Promise<TestFolder> {
  const { place } = await (fullFolder ??= bareFolder().then(withTables))
  const folder = await bareFolder()
  await copy('cp', ['-r', join(place.dataDir, 'db'), folder.place.dataDir])
  return folder
}

/** With every table and queue, and nothing in them. */
export async function newDatabase(): Promise<TestDatabase> {
  const { place } = await (fullDatabase ??= bareDatabase().then(withTables))
  return createDatabase(`template ${nameOf(place.databaseUrl)}`)
}

/** Made once a worker, by the migrations: a copy takes a tenth of the time. */
let fullFolder: Promise<TestFolder> | undefined
let fullDatabase: Promise<TestDatabase> | undefined

async function withTables<T extends TestPlace>(made: T): Promise<T> {
  const backing = await openBacking(made.place)
  await migrate(backing.db)
  const jobs = await openJobBox(backing, () => undefined)
  await jobs.close()
  await backing.close()
  return made
}

async function createDatabase(like: string): Promise<TestDatabase> {
  const name = `an_sinh_${run}_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} ${like}`)
  const url = new URL(postgresServer)
  url.pathname = `/${name}`
  return {
    place: { databaseUrl: url.toString() },
    remove: () => dropDatabase(name),
  }
}

const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1)

async function dropDatabase(name: string): Promise<void> {
  await onServer(`drop database if exists ${name} with (force)`)
}

async function onServer(statement: string): Promise<readonly { readonly datname: string }[]> {
  const client = new pg.Client({ connectionString: postgresServer })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(statement)
  await client.end()
  return rows
}

/** Everything that was made under this run's name and is still there. */
export async function removeLeftovers(name: string): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((file) => file.startsWith(`an-sinh-${name}-`))
  for (const folder of folders) rmSync(join(tmpdir(), folder), { recursive: true, force: true })
  const left = await onServer(`select datname from pg_database where datname like 'an_sinh_${name}_%'`).catch(
    () => [], // no server here, so nothing on it
  )
  for (const { datname } of left) await dropDatabase(datname)
}
