import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fakeMessenger } from '../../src/simulator/fake-messenger/fake-messenger.ts'
import { ownPostgres, postgresBin, type Postgres } from '../chaos/servers.ts'
import { listen } from '../support/listen.ts'
import { type Part, parts, type Told } from './by-part-worker.ts'
import { cpuMsOfTree } from './cpu-of-tree.ts'
import type { Row } from './row.ts'
import { postAtFull } from './webhook-calls.ts'

const PEOPLE = 1_000
const ROUNDS = 3
const AT_ONCE = 20
const keys = { pageId: '1088', appSecret: 'app-secret', pageToken: 'page-token' }
const texts = ['menu', 'bao nhiêu tuổi thì được nghỉ hưu', 'tính bhxh tự nguyện'] as const

interface Cost {
  readonly node: number // milliseconds of CPU a message
  readonly postgres: number
}

/** CPU a message of each part of the work on PostgreSQL, done one after the other: of Node, and of the database. */
export async function benchByPart(): Promise<readonly Row[]> {
  if (postgresBin() === undefined)
    return [{ what: 'CPU by part (skipped: no PostgreSQL here)', figure: '-', budget: '' }]
  const postgres = await ownPostgres()
  const { costs, repliesEach } = await measure(postgres)
  await postgres.remove()
  return costs.map(([part, { node, postgres: ofStore }]) => ({
    what: `CPU of a message, ${part}${part === 'send' ? ` (${repliesEach.toFixed(2)} replies each)` : ''}`,
    figure: `Node ${node.toFixed(2)} ms, PostgreSQL ${ofStore.toFixed(2)} ms`,
    budget: '',
  }))
}

/** Everybody writes once a round, so that each message is a turn; the first round greets them and is not counted. */
async function measure(postgres: Postgres) {
  const outside = await openMessenger()
  const worker = fork('test/bench/by-part-worker.ts', [postgres.url, outside.apiBase], {
    execArgv: ['--import', 'tsx'],
  })
  const [{ url }] = (await once(worker, 'message')) as [{ readonly url: string }] // its first words
  const caller = { ...keys, url, people: PEOPLE, texts }
  const round = async () => {
    const costs: [Part, Cost][] = []
    for (const part of parts) {
      if (part === 'acknowledge') await ask(worker, { do: 'measure' })
      const storeBefore = cpuMsOfTree(postgres.pid())
      if (part === 'acknowledge') await postAtFull(caller, PEOPLE, AT_ONCE)
      const { cpuMs } = await ask(worker, { do: part === 'acknowledge' ? 'measure' : part })
      costs.push([
        part,
        { node: cpuMs / PEOPLE, postgres: (cpuMsOfTree(postgres.pid()) - storeBefore) / PEOPLE },
      ])
    }
    return costs
  }
  await round()
  const before = outside.sent()
  const rounds: (readonly [Part, Cost][])[] = []
  for (let i = 0; i < ROUNDS; i += 1) rounds.push(await round())
  const repliesEach = (outside.sent() - before) / PEOPLE / ROUNDS
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  await outside.close()
  return { costs: least(rounds), repliesEach }
}

async function openMessenger() {
  const server = await listen()
  const people = Array.from({ length: PEOPLE }, (_, i) => `p${i}`)
  const options = { ...keys, appId: 455, webhookUrl: server.url, people, echoes: false, receipts: false }
  const messenger = fakeMessenger(options)
  server.app.use('/v26.0', messenger.router)
  let replies = 0
  messenger.onMessage(() => void (replies += 1))
  return { apiBase: `${server.url}/v26.0`, sent: () => replies, close: () => server.close() }
}

async function ask(worker: ChildProcess, told: Told): Promise<{ readonly cpuMs: number }> {
  worker.send(told)
  const [answer] = (await once(worker, 'message')) as [{ readonly cpuMs: number }] // see by-part-worker.ts
  return answer
}

/** The round that cost least, part by part: what else the machine does can only add to it. */
function least(rounds: readonly (readonly [Part, Cost][])[]): readonly [Part, Cost][] {
  return parts.map((part) => {
    const costs = rounds.flatMap((round) => round.filter(([name]) => name === part).map(([, cost]) => cost))
    const node = Math.min(...costs.map((cost) => cost.node))
    return [part, { node, postgres: Math.min(...costs.map((cost) => cost.postgres)) }]
  })
}
