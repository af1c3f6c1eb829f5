import { execFileSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { outsideMessenger } from '../support/outside-messenger.ts'
import { freePort, removeData, startProgram } from '../support/running-program.ts'
import { newDatabase } from '../support/store.ts'
import { postgresServer } from '../support/needs.ts'
import type { Row } from './row.ts'

const PEOPLE = 100

/** Start, whole reply and durable throughput of the real program, with Messenger in a process of its own: this one. */
export async function benchProgram(): Promise<readonly Row[]> {
  return [...(await startRows()), ...(await loadRows('embedded', {}, 90)), ...(await serverRows())]
}

async function startRows(): Promise<readonly Row[]> {
  const port = String(await freePort())
  const cold = performance.now()
  const first = await startProgram({ PORT: port })
  const coldMs = performance.now() - cold
  await first.end('SIGTERM')
  const warm = performance.now()
  const again = await startProgram({ PORT: port, DATA_DIR: first.dataDir })
  const warmMs = performance.now() - warm
  await again.end('SIGTERM')
  removeData(again)
  const bare = bareNode()
  return [
    {
      what: `start, empty data folder (bare node ${bare} ms)`,
      figure: `${Math.round(coldMs)} ms`,
      budget: '≤ 5 s',
    },
    { what: 'start, warm', figure: `${Math.round(warmMs)} ms`, budget: '≤ 2 s' },
  ]
}

function bareNode(): number {
  const started = performance.now()
  execFileSync(process.execPath, ['-e', '0'])
  return Math.round(performance.now() - started)
}

async function serverRows(): Promise<readonly Row[]> {
  const place = await newDatabase().catch(() => undefined)
  if (!place || !('databaseUrl' in place.place)) {
    return [
      {
        what: `durable throughput, PostgreSQL (skipped: none at ${new URL(postgresServer).host})`,
        figure: '-',
        budget: '≥ 400/s',
      },
    ]
  }
  const env = { DATABASE_URL: place.place.databaseUrl, PII_KEY: Buffer.alloc(32, 3).toString('base64') }
  const rows = await loadRows('PostgreSQL', env, 400)
  await place.remove()
  return rows
}

async function loadRows(
  name: string,
  env: Readonly<Record<string, string>>,
  perSecond: number,
): Promise<readonly Row[]> {
  const port = String(await freePort())
  const outside = await outsideMessenger(port, { echoes: false, receipts: false })
  const program = await startProgram({ ...outside.env, ...env })
  const { messenger } = outside
  const people = Array.from({ length: PEOPLE }, (_, i) => `p${i}`)
  await reply(messenger, people, 'menu', 0) // everyone is known and greeted
  const times = await reply(messenger, people, 'menu', 1_000 / 50)
  const started = performance.now()
  const rounds = 5
  for (let i = 0; i < rounds; i++) await reply(messenger, people, 'menu', 0)
  const rate = (PEOPLE * rounds * 1_000) / (performance.now() - started)
  await program.end('SIGTERM')
  await outside.close()
  removeData(program)
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  return [
    {
      what: `whole reply at 50 messages/s, ${name}, p95`,
      figure: `${Math.round(p95)} ms`,
      budget: '≤ 300 ms',
    },
    {
      what: `durable throughput, ${name}`,
      figure: `${Math.round(rate)} messages/s`,
      budget: `≥ ${perSecond}/s`,
    },
  ]
}

type Messenger = Awaited<ReturnType<typeof outsideMessenger>>['messenger']

/** Everyone says it once, so many ms apart; answers how long each waited for their next message, in ms. */
async function reply(
  messenger: Messenger,
  people: readonly string[],
  text: string,
  apartMs: number,
): Promise<readonly number[]> {
  const waits = new Map<string, (at: number) => void>()
  const stop = messenger.onMessage((person, line) => {
    if (line.from === 'page') waits.get(person)?.(performance.now())
  })
  const times: Promise<number>[] = []
  for (const person of people) {
    const said = performance.now()
    times.push(new Promise((resolve) => waits.set(person, (at) => resolve(at - said))))
    void messenger.say(person, text)
    if (apartMs > 0) await new Promise((resolve) => setTimeout(resolve, apartMs))
  }
  const all = await Promise.all(times)
  stop()
  return all
}
