import { performance } from 'node:perf_hooks'
import { outsideMessenger } from '../support/outside-messenger.ts'
import { freePort, type Program, removeData, startProgram } from '../support/running-program.ts'
import { bestOf, larger, percentile, smaller } from './best-of.ts'
import type { Row } from './row.ts'
import { megabytes } from './start.ts'
import { postPaced } from './webhook-calls.ts'

const PEOPLE = 100
const ROUNDS = 5
const PACE = 50 // messages a second
const EVENTS = 500

/** A store to load the program on, and what is asked of it there. */
export interface LoadedStore {
  readonly name: string
  readonly env: Readonly<Record<string, string>>
  readonly budgets: { readonly reply: string; readonly perSecond: number; readonly acknowledged: string }
}

/**
 * The real program under load, with Messenger in a process of its own: this one, which takes its share of the cores.
 * `overheard`: every message comes back as an echo with a delivery and a read receipt.
 */
export async function benchLoad(
  { name, env, budgets }: LoadedStore,
  overheard: boolean,
): Promise<readonly Row[]> {
  const { program, messenger, stop, caller } = await startLoaded(env, overheard)
  const people = Array.from({ length: PEOPLE }, (_, i) => `p${i}`)
  await reply(messenger, people, 0) // everyone is known and greeted
  const p95 = await bestOf(smaller, async () =>
    percentile(await reply(messenger, people, 1_000 / PACE), 0.95),
  )
  const rate = await bestOf(larger, () => throughput(messenger, people))
  const p99 = await bestOf(smaller, async () => percentile(await postPaced(caller, EVENTS, 100), 0.99))
  const peak = megabytes(program.pid, 'VmHWM')
  await stop()
  const where = overheard ? `${name}, echoes and receipts on` : name
  const budget = (text: string) => (overheard ? '' : text)
  return [
    {
      what: `whole reply at ${PACE} messages/s, ${where}, p95`,
      figure: ms(p95),
      budget: budget(budgets.reply),
    },
    {
      what: `durable throughput, ${where}`,
      figure: `${Math.round(rate)} messages/s`,
      budget: budget(`≥ ${budgets.perSecond}/s`),
    },
    {
      what: `webhook acknowledged at 100 events/s while they are answered, ${where}, p99`,
      figure: ms(p99),
      budget: budget(budgets.acknowledged),
    },
    { what: `memory at most under this load, ${where}`, figure: `${peak} MB`, budget: '' },
  ]
}

async function startLoaded(env: LoadedStore['env'], overheard: boolean) {
  const port = String(await freePort())
  const outside = await outsideMessenger(port, { echoes: overheard, receipts: overheard })
  const program: Program = await startProgram({ ...outside.env, ...env })
  const { MESSENGER_PAGE_ID: pageId = '', MESSENGER_APP_SECRET: appSecret = '' } = outside.env
  return {
    program,
    messenger: outside.messenger,
    caller: { url: `${program.url}/webhooks/messenger`, pageId, appSecret },
    async stop() {
      await program.end('SIGTERM')
      await outside.close()
      removeData(program)
    },
  }
}

type Messenger = Awaited<ReturnType<typeof outsideMessenger>>['messenger']

async function throughput(messenger: Messenger, people: readonly string[]): Promise<number> {
  const began = performance.now()
  await Promise.all(people.map((person) => talkOn(messenger, person)))
  return (people.length * ROUNDS * 1_000) / (performance.now() - began)
}

/** One person says it and waits for their next message. */
async function talkOn(messenger: Messenger, person: string): Promise<void> {
  for (let i = 0; i < ROUNDS; i++) await reply(messenger, [person], 0)
}

/** Everyone says it once, so many ms apart; answers how long each waited for their next message, in ms. */
async function reply(
  messenger: Messenger,
  people: readonly string[],
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
    void messenger.say(person, 'menu')
    if (apartMs > 0) await new Promise((resolve) => setTimeout(resolve, apartMs))
  }
  const all = await Promise.all(times)
  stop()
  return all
}

const ms = (time: number): string => `${Math.round(time)} ms`
