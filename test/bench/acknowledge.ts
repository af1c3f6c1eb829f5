import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { StorePlace } from '../../src/adapters/postgres/open-backing.ts'
import type { TestPlace } from '../support/store.ts'
import { bestOf, larger, percentile, smaller } from './best-of.ts'
import type { Row } from './row.ts'
import { type Caller, postAtFull, postPaced } from './webhook-calls.ts'

const PACED = 500
const PER_SECOND = 100
const AT_FULL = 2_000
const AT_ONCE = 50
const LEAST_RATIO = 0.7

type Kind = 'ours' | 'bare'

/** How fast webhooks are kept, nobody working them off: ours beside a bare route. */
export async function benchAcknowledge(
  newPlace: () => Promise<TestPlace>,
  store: string,
): Promise<readonly Row[]> {
  const ours = await measure('ours', newPlace)
  const bare = await measure('bare', newPlace)
  const ratio = ours.rate / bare.rate
  return [
    {
      what: `webhook acknowledged at ${PER_SECOND} events/s, ${store}, workers idle, p99 (bare ${ms(bare.p99)})`,
      figure: ms(ours.p99),
      budget: store === 'embedded' ? '≤ 50 ms' : '',
    },
    {
      what: `webhooks acknowledged at most, ${store}, workers idle (bare ${bare.rate.toFixed(0)}/s)`,
      figure: `${ours.rate.toFixed(0)}/s, ${ratio.toFixed(2)} × bare`,
      budget: `≥ ${LEAST_RATIO} × bare`,
      pass: ratio >= LEAST_RATIO,
    },
  ]
}

async function measure(kind: Kind, newPlace: () => Promise<TestPlace>) {
  const { place, remove } = await newPlace()
  const { caller, stop } = await startTaking(kind, place)
  await postAtFull(caller, AT_ONCE * 4, AT_ONCE) // everyone is known, everything is compiled
  const p99 = await bestOf(smaller, async () => percentile(await postPaced(caller, PACED, PER_SECOND), 0.99))
  const rate = await bestOf(larger, () => postAtFull(caller, AT_FULL, AT_ONCE))
  await stop()
  await remove()
  return { p99, rate }
}

async function startTaking(kind: Kind, place: StorePlace) {
  const words = ['--import', 'tsx', 'test/bench/acknowledging.ts', kind, JSON.stringify(place)]
  const child: ChildProcess = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(child.stdout ?? child, 'data')) as [Buffer] // its first line
  const caller: Caller = { url: url.toString().trim(), pageId: '1088', appSecret: 'app-secret' }
  const stop = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { caller, stop }
}

const ms = (time: number): string => `${time.toFixed(1)} ms`
