import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { newDataDir, removeData, startProgram } from '../support/running-program.ts'
import { bestOf, smaller } from './best-of.ts'
import type { Row } from './row.ts'

const IDLE_MS = 120_000

/** How long a start takes, and what the program holds two minutes later. */
export async function benchStart(): Promise<readonly Row[]> {
  const dataDir = newDataDir()
  await startAndEnd(dataDir) // builds when needed
  removeData({ dataDir })
  const cold = await bestOf(smaller, async () => {
    const ms = await startAndEnd(dataDir)
    removeData({ dataDir })
    return ms
  })
  await startAndEnd(dataDir)
  const warm = await bestOf(smaller, () => startAndEnd(dataDir))
  const idle = await idleMegabytes(dataDir)
  removeData({ dataDir })
  const bare = await bestOf(smaller, async () => bareStart())
  return [
    { what: `start, empty data folder (bare node ${bare} ms)`, figure: `${cold} ms`, budget: '≤ 5 s' },
    { what: `start, warm (bare node ${bare} ms)`, figure: `${warm} ms`, budget: '≤ 2 s' },
    {
      what: `memory, two minutes after a warm start (bare node ${bareMegabytes()} MB)`,
      figure: `${idle} MB`,
      budget: '≤ 400 MB',
    },
  ]
}

async function startAndEnd(dataDir: string): Promise<number> {
  const began = performance.now()
  const program = await startProgram({ DATA_DIR: dataDir })
  const took = performance.now() - began
  await program.end('SIGTERM')
  return Math.round(took)
}

async function idleMegabytes(dataDir: string): Promise<number> {
  const program = await startProgram({ DATA_DIR: dataDir })
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
  const now = megabytes(program.pid, 'VmRSS')
  await program.end('SIGTERM')
  return now
}

/** What the kernel says a process holds now (VmRSS) or held at most (VmHWM), in MB. */
export function megabytes(pid: number, which: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
}

function bareStart(): number {
  const began = performance.now()
  execFileSync(process.execPath, ['-e', '0'])
  return Math.round(performance.now() - began)
}

function bareMegabytes(): number {
  const said = execFileSync(process.execPath, ['-p', 'process.memoryUsage().rss'], { encoding: 'utf8' })
  return Math.round(Number(said) / 1024 / 1024)
}
