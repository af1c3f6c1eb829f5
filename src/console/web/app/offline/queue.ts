import { createStore, get, set, update, type UseStore } from 'idb-keyval'
import { ApiError, callApi, type GivenTo } from '../../shared/api.ts'

export type Act = GivenTo<'POST /my/leads/:id/acts'>['body']['act']

/** One tap that the server has not answered yet, or has refused. */
export interface Waiting {
  readonly key: string // names the tap: sent twice, it is done once
  readonly account: string
  readonly lead: string
  readonly code: string
  readonly act: Act
  readonly words: string // what was tapped, as the agent read it
  readonly madeAt: number
  readonly refused?: string
}

const NAME = 'queue'
let opened: UseStore | undefined
const store = () => (opened ??= createStore('an-sinh-cho', 'queue'))

let now: readonly Waiting[] = []
const hearers = new Set<() => void>()
/** Leads that something was done to: whoever shows them asks again. */
let changed: (lead: string) => void = () => undefined

function tell(queue: readonly Waiting[]): void {
  now = queue
  for (const hear of hearers) hear()
}

/** For useSyncExternalStore. */
export const queueNow = (): readonly Waiting[] => now
export function hearQueue(hear: () => void): () => void {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}
export function onChanged(tellOf: (lead: string) => void): void {
  changed = tellOf
}

async function change(how: (queue: readonly Waiting[]) => readonly Waiting[]): Promise<void> {
  try {
    await update<readonly Waiting[]>(NAME, (queue = []) => how(queue), store())
    tell((await get<readonly Waiting[]>(NAME, store())) ?? [])
  } catch {
    tell(how(now)) // a browser that keeps nothing: at least while the page is open
  }
}

/** Reads what waits from an earlier visit; another person's taps are not ours to send. */
export async function openQueue(account: string): Promise<void> {
  await change((queue) => queue.filter((one) => one.account === account))
  await flush()
}

const DOUBLE_TAP_MS = 1_500
let latest = { tap: '', at: 0 }

/** Keeps the tap, then tries to send it. A finger that trembles taps twice and means once. */
export async function enqueue(tap: Omit<Waiting, 'key' | 'madeAt'>): Promise<void> {
  const { act } = tap
  const same = [tap.lead, act.do, act.do === 'outcome' ? act.outcome.kind : ''].join(' ')
  if (latest.tap === same && Date.now() - latest.at < DOUBLE_TAP_MS) return
  latest = { tap: same, at: Date.now() }
  await change((queue) => [...queue, { ...tap, key: newKey(), madeAt: Date.now() }])
  await flush()
}

/** The agent has read why it was refused. */
export const dismiss = (key: string): Promise<void> =>
  change((queue) => queue.filter((one) => one.key !== key))

export async function forgetQueue(): Promise<void> {
  await set(NAME, [], store()).catch(() => undefined)
  tell([])
}

let running: Promise<void> | undefined

/** Sends what waits, in order, one at a time and in one tab; stops at the first the network does not carry. */
export function flush(): Promise<void> {
  return (running ??= locked(sendAll).finally(() => (running = undefined)))
}

const locked = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('an-sinh-queue', work) : work()

async function sendAll(): Promise<void> {
  for (let one = first(); one; one = first()) {
    const said = await send(one)
    if (said === 'later') return
    const { key, lead } = one
    await change((queue) =>
      said === 'done'
        ? queue.filter((other) => other.key !== key)
        : queue.map((other) => (other.key === key ? { ...other, refused: said.refused } : other)),
    )
    changed(lead)
  }
}

const first = () => now.find((one) => one.refused === undefined)

const refusals = {
  'not-yours': 'Phiếu không còn là của anh/chị nên việc này không ghi được.',
  'not-now': 'Phiếu đã sang bước khác nên việc này không ghi được.',
} as const

async function send({ lead, key, act }: Waiting): Promise<'done' | 'later' | { readonly refused: string }> {
  try {
    const { result } = await callApi('POST /my/leads/:id/acts', { params: { id: lead }, body: { key, act } })
    return result === 'done' || result === 'repeated' ? 'done' : { refused: refusals[result] }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const isRefusal = [403, 404, 409, 422].includes(error.status) // anything else may pass: network, limit, sign-in
    return isRefusal ? { refused: error.message } : 'later'
  }
}

/** A version 4 UUID; `crypto.randomUUID` is only there over https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, i) => {
    const marked = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  })
  return [
    [0, 4],
    [4, 6],
    [6, 8],
    [8, 10],
    [10, 16],
  ]
    .map(([from, to]) => hex.slice(from, to).join(''))
    .join('-')
}
