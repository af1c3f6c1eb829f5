import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/running-program.ts'

/** A server of our own that can be taken away and brought back, on its own port and folder. */
export interface Server {
  readonly url: string
  /** At once, as a crash would. */
  kill(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

const POSTGRES_HOME = '/usr/lib/postgresql'

/** Where `pg_ctl` and `initdb` are; undefined when there is no PostgreSQL on this machine. */
export function postgresBin(): string | undefined {
  try {
    const newest = readdirSync(POSTGRES_HOME)
      .toSorted((a, b) => Number(a) - Number(b))
      .at(-1)
    return newest === undefined ? undefined : join(POSTGRES_HOME, newest, 'bin')
  } catch {
    return undefined
  }
}

/** PostgreSQL refuses to run as root: then it is run as `postgres`. */
function asOwner(program: string, args: readonly string[]): void {
  const [command, all] =
    process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, [...args]]
  execFileSync(command, all, { stdio: ['ignore', 'ignore', 'pipe'] })
}

export interface Postgres extends Server {
  /** Of the postmaster: its children do the work. */
  pid(): number
}

/** Under `parent`, when its disk matters. */
export async function ownPostgres(parent = tmpdir()): Promise<Postgres> {
  const bin = postgresBin()
  if (bin === undefined) throw new Error(`no PostgreSQL under ${POSTGRES_HOME}`)
  const folder = mkdtempSync(join(parent, 'an-sinh-chaos-pg-'))
  if (process.getuid?.() === 0) chownSync(folder, Number(idOf('-u')), Number(idOf('-g')))
  const data = join(folder, 'data')
  const port = await freePort()
  asOwner(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'])
  const control = (...args: string[]) => asOwner(join(bin, 'pg_ctl'), ['-D', data, '-w', '-s', ...args])
  const log = join(folder, 'log')
  const start = async () =>
    control('-l', log, '-o', `-p ${port} -k ${folder} -c max_connections=100`, 'start')
  const kill = async () => control('-m', 'immediate', 'stop')
  await start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill,
    start,
    pid: () => Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10),
    async remove() {
      await kill().catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const idOf = (which: string) => execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }).trim()

/** Is there a Redis server to start on this machine? */
export function redisIsHere(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0
}

export async function ownRedis(): Promise<Server> {
  const port = String(await freePort())
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn('redis-server', ['--port', port, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
    const running = child
    process.once('exit', () => running.kill('SIGKILL'))
    await once(child, 'spawn')
  }
  const kill = async () => {
    const running = child
    child = undefined
    if (!running) return
    running.kill('SIGKILL')
    if (running.exitCode === null && running.signalCode === null) await once(running, 'exit')
  }
  await start()
  return { url: `redis://127.0.0.1:${port}`, kill, start, remove: kill }
}
