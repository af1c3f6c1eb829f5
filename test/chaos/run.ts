import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { loadDemo } from '../../src/adapters/files/load-places.ts'
import { openBacking, storeOn, type StorePlace } from '../../src/adapters/postgres/store.ts'
import { type Environment, freePort, newDataDir, removeData } from '../support/running-program.ts'
import { openBalancer } from './balancer.ts'
import { type Citizen, live, newCitizens } from './citizen.ts'
import { Dice } from './dice.ts'
import { openOutside, type Outside } from './outside.ts'
import { type Records, readRecords } from './records.ts'
import { ownPostgres, ownRedis, type Server } from './servers.ts'
import { type Hardship, makeTrouble, type TroubleCount, type Victims } from './troubles.ts'
import { judge, type Verdict } from './verdict.ts'
import { installWitness } from './witness-log.ts'
import { openWorker } from './worker.ts'

export interface Plan {
  readonly form: 'servers' | 'embedded'
  readonly seed: number
  readonly events: number
  readonly people: number
  /** Messages a second that people would send if they were answered at once. */
  readonly perSecond: number
  readonly hardship: Hardship
  /** After so long whoever still waits is a failure. */
  readonly atMostMs: number
}

export interface Outcome {
  readonly verdict: Verdict
  readonly troubles: TroubleCount
  readonly facts: Readonly<Record<string, number | string>>
  /** Who still waited when time was up, and for what. */
  readonly waiting: readonly string[]
}

const WORKERS = { servers: 2, embedded: 1 }
const PII_KEY = Buffer.alloc(32, 9).toString('base64')
const QUIET_WITHIN_MS = 120_000

/** The form the program runs in: servers of our own and two workers, or one process with everything in it. */
interface Stage {
  readonly place: StorePlace
  readonly env: Environment
  readonly postgres?: Server
  readonly redis?: Server
  remove(): Promise<void>
}

export async function run(plan: Plan): Promise<Outcome> {
  const dice = new Dice(plan.seed)
  const stage = await setStage(plan.form)
  try {
    await prepare(stage.place)
    return await play(plan, dice, stage)
  } finally {
    await stage.remove()
  }
}

async function setStage(form: Plan['form']): Promise<Stage> {
  const dataDir = newDataDir()
  if (form === 'embedded') {
    return {
      place: { dataDir },
      env: { DATA_DIR: dataDir, PII_KEY },
      remove: async () => removeData({ dataDir }),
    }
  }
  const [postgres, redis] = [await ownPostgres(), await ownRedis()]
  const env = { DATA_DIR: dataDir, DATABASE_URL: postgres.url, REDIS_URL: redis.url, PII_KEY }
  return {
    ...{ place: { databaseUrl: postgres.url }, env, postgres, redis },
    async remove() {
      await Promise.all([postgres.remove(), redis.remove()])
      removeData({ dataDir })
    },
  }
}

/** Tables, agents to call people back, and the witness. */
async function prepare(place: StorePlace): Promise<void> {
  const backing = await openBacking(place)
  const store = await storeOn(backing, {
    piiKey: PII_KEY,
    clock: { now: () => new Date() },
    retentionDays: 90,
    failed: () => undefined,
  })
  await store.seedDemo(loadDemo('.'), false)
  await installWitness(backing.db)
  await store.close()
}

async function play(plan: Plan, dice: Dice, stage: Stage): Promise<Outcome> {
  const ports = await Promise.all(Array.from({ length: WORKERS[plan.form] }, () => freePort()))
  const balancer = await openBalancer(ports)
  const outside = await openOutside(balancer.port, dice)
  const env = { ...outside.env, ...stage.env }
  const workers = await Promise.all(ports.map((port, i) => openWorker(port, `worker-${i + 1}`, env)))
  const citizens = newCitizens(dice, plan.people, plan.events)
  const started = performance.now()
  const troubles = await liveThrough(plan, dice, { outside, citizens, victims: { ...stage, workers } })
  const lastedMs = performance.now() - started
  const waiting = citizens.flatMap(({ id, awaits }) =>
    awaits.length > 0 ? [`${id}: ${awaits[0]?.answer}`] : [],
  )
  const records = await whenQuiet(stage.place, plan.form === 'servers', () => outside.zalo.webhooks.settled())
  await outside.messenger.webhooks.settled()
  await Promise.all(workers.map((worker) => worker.stop()))
  balancer.close()
  await outside.close()
  const last = records ?? (await readAll(stage.place))
  const facts = factsOf(outside, citizens, last, lastedMs)
  return { verdict: judge(outside, citizens, last), troubles, waiting, facts }
}

/** Everybody lives through their talk while trouble is made; it ends when the last has been answered. */
async function liveThrough(
  { people, perSecond, atMostMs, hardship }: Plan,
  dice: Dice,
  stage: { readonly outside: Outside; readonly citizens: readonly Citizen[]; readonly victims: Victims },
): Promise<TroubleCount> {
  const { outside, citizens, victims } = stage
  const over = new AbortController()
  const timeIsUp = AbortSignal.timeout(atMostMs)
  setMaxListeners(0, timeIsUp, over.signal)
  const trouble = makeTrouble({ victims, outside, dice: dice.fork() }, hardship, over.signal)
  const thinking = dice.fork()
  const thinkMs = () => thinking.roll() * 2_000 * (people / perSecond)
  await Promise.allSettled(citizens.map((citizen) => live(outside, citizen, thinkMs, timeIsUp)))
  over.abort()
  return trouble
}

/** On a server the end is seen while the workers still run; the embedded store has to be closed first. */
async function whenQuiet(
  place: StorePlace,
  canLook: boolean,
  settled: () => Promise<void>,
): Promise<Records | undefined> {
  await Promise.race([settled(), pause(QUIET_WITHIN_MS, undefined, { ref: false })])
  const until = Date.now() + QUIET_WITHIN_MS
  while (canLook && Date.now() < until) {
    const records = await readAll(place)
    if (records.outbox.every(({ state }) => state === 'sent')) return records
    await pause(500)
  }
  if (!canLook) await pause(5_000) // the last bubbles of the last answers, and the notices to agents
  return undefined
}

async function readAll(place: StorePlace): Promise<Records> {
  const { db, close } = await openBacking(place)
  try {
    return await readRecords(db)
  } finally {
    await close()
  }
}

function factsOf(outside: Outside, citizens: readonly Citizen[], records: Records, lastedMs: number) {
  const posted = outside.zalo.webhooks.tally.posted + outside.messenger.webhooks.tally.posted
  const notices = outside.zalo.notices()
  return {
    people: citizens.length,
    messages: records.answered.length,
    'webhooks posted': posted,
    'replies on phones': records.outbox.length,
    leads: records.leads.length,
    'notices to agents': notices.length,
    'notices that came twice': notices.length - new Set(notices.map(({ data }) => data['code'])).size,
    seconds: Math.round(lastedMs / 1_000),
    ...shares(records),
  }
}

/** Which part of the messages each worker answered, in percent. */
function shares({ answered }: Records): Readonly<Record<string, string>> {
  const by = new Map<string, number>()
  for (const { app } of answered) by.set(app, (by.get(app) ?? 0) + 1)
  return Object.fromEntries(
    [...by].map(([app, n]) => [
      `answered by ${app || 'the one process'}`,
      `${Math.round((100 * n) / answered.length)} %`,
    ]),
  )
}
