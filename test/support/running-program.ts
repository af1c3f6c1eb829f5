import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

export type Environment = Readonly<Record<string, string>>

export interface Program {
  readonly url: string
  readonly port: string
  readonly dataDir: string
  readonly pid: number
  /** Everything it has written to stdout and stderr so far. */
  said(): string
  /** Ends it the way `signal` says and answers its exit code: null when the signal killed it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/** What became of a start that was meant to fail. */
interface Refusal {
  readonly code: number | null
  readonly said: string
}

const READY_WITHIN_MS = 300_000
const LOOK_EVERY_MS = 50

/** The program as a newcomer starts it (`npm start`), on a free port, ready to be used. */
export async function startProgram(env: Environment = {}): Promise<Program> {
  const port = env['PORT'] ?? String(await freePort())
  const dataDir = env['DATA_DIR'] ?? newDataDir()
  const { child, said, ended } = spawnProgram({ PORT: port, DATA_DIR: dataDir, ...env })
  const url = `http://127.0.0.1:${port}`
  await untilHealthy(url, child, said)
  return {
    url,
    port,
    dataDir,
    pid: child.pid ?? 0,
    said,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** Starts the program where it must refuse, and waits for it to end by itself. */
export async function startRefused(env: Environment): Promise<Refusal> {
  const port = String(await freePort())
  const { said, ended } = spawnProgram({ PORT: port, ...env })
  return { code: await ended, said: said() }
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'an-sinh-'))
}

export function removeData({ dataDir }: Pick<Program, 'dataDir'>): void {
  rmSync(dataDir, { recursive: true, force: true })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const { scripts } = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const nodeFlags = scripts.start.split(' ').filter((word) => word.startsWith('--'))

interface Spawned {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

/** As `npm start` does it. Nothing of the tester's own settings reaches the program, and it never outlives the test. */
function spawnProgram(env: Environment, words: readonly string[] = ['main']): Spawned {
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(process.execPath, [...nodeFlags, 'scripts/run.mjs', ...words], {
    env: { PATH, HOME, TMPDIR, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => written.push(data.toString()))
  }
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'close').then(() => {
    process.off('exit', kill)
    return child.exitCode
  })
  return { child, said: () => written.join(''), ended }
}

async function untilHealthy(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it stopped: ${said()}`)
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  child.kill('SIGKILL')
  throw new Error(`not ready in time: ${said()}`)
}

/** One command of the command line, with these settings: its exit code and all it wrote. */
export async function runCli(words: readonly string[], env: Environment): Promise<Refusal> {
  const { ended, said } = spawnProgram(env, ['cli', ...words])
  return { code: await ended, said: said() }
}
