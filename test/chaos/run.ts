import { setMaxListeners } from 'node:events'
import { openBacking, type StorePlace } from '../../src/adapters/postgres/open-backing.ts'
import { freePort } from '../support/running-program.ts'
import { administrator, consentsIn } from './administrator.ts'
import { openBalancer } from './balancer.ts'
import { type Citizen, live, newCitizens } from './citizen.ts'
import { Dice } from './dice.ts'
import { doublesOf } from './doubles.ts'
import { type Facts, factsOf, loggedIn, sharesOf } from './facts.ts'
import { type Mishaps, newMishaps } from './mishaps.ts'
import { openOutside, type Outside } from './outside.ts'
import { METRICS_KEY, untilQuiet } from './quiet.ts'
import { type Records, readRecords } from './records.ts'
import { type Form, prepare, setStage, type Stage } from './stage.ts'
import { type Hardship, makeTrouble, type TroubleCount, type Victims } from './troubles.ts'
import { judge, type Verdict } from './verdict.ts'
import { openWorker, type Worker } from './worker.ts'

export interface Plan {
  readonly form: Form
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
  readonly facts: Facts
  /** Which part of the messages each worker answered: 0 … 1. */
  readonly shares: Readonly<Record<string, number>>
  /** What can be said of each reply that came twice. */
  readonly doubles: readonly string[]
  /** Who still waited when time was up, and for what. */
  readonly waiting: readonly string[]
}

const WORKERS = { servers: 2, embedded: 1 }
const QUIET_WITHIN_MS = 120_000

export async function run(plan: Plan): Promise<Outcome> {
  const stage = await setStage(plan.form)
  try {
    await prepare(stage.place)
    return await play(plan, stage)
  } finally {
    await stage.remove()
  }
}

/** Everything that takes part in a run. */
interface Cast {
  readonly dice: Dice
  readonly mishaps: Mishaps
  readonly outside: Outside
  readonly citizens: readonly Citizen[]
  readonly victims: Victims
}

async function play(plan: Plan, stage: Stage): Promise<Outcome> {
  const dice = new Dice(plan.seed)
  const mishaps = newMishaps(dice.fork(), plan.hardship.luck)
  const ports = await Promise.all(Array.from({ length: WORKERS[plan.form] }, () => freePort()))
  const balancer = await openBalancer(ports)
  const outside = await openOutside(balancer.port, dice, mishaps)
  const env = { ...outside.env, ...stage.env, METRICS_KEY }
  const workers = await Promise.all(ports.map((port, i) => openWorker(port, `worker-${i + 1}`, env)))
  const citizens = newCitizens(dice, plan.people, plan.events)
  const started = performance.now()
  const over = new AbortController()
  const watching = administrator(ports, outside.consents, mishaps.count, over.signal)
  const cast = { dice, mishaps, outside, citizens, victims: { ...stage, workers } }
  const troubles = await liveThrough(plan, cast)
  const lastedMs = performance.now() - started
  await untilQuiet(ports, outside, QUIET_WITHIN_MS)
  over.abort()
  await watching
  const logs = await stopAll(workers)
  balancer.close()
  await outside.close()
  const records = await readAll(stage.place)
  const facts = { ...factsOf(outside, citizens, records, lastedMs), ...loggedIn(logs) }
  const verdict = judge(outside, citizens, records, consentsIn(troubles))
  const doubles = doublesOf(outside, citizens, records, started)
  return { verdict, troubles, doubles, waiting: stillWaiting(citizens), facts, shares: sharesOf(records) }
}

const stopAll = (workers: readonly Worker[]) => Promise.all(workers.map((worker) => worker.stop()))

function stillWaiting(citizens: readonly Citizen[]): readonly string[] {
  return citizens.flatMap(({ id, awaits }) => (awaits.length > 0 ? [`${id}: ${awaits[0]?.answer}`] : []))
}

/** Everybody lives through their talk while trouble is made; it ends when the last has been answered. */
async function liveThrough(
  plan: Plan,
  { dice, mishaps, outside, citizens, victims }: Cast,
): Promise<TroubleCount> {
  const { people, perSecond, atMostMs, hardship } = plan
  const over = new AbortController()
  const timeIsUp = AbortSignal.timeout(atMostMs)
  setMaxListeners(0, timeIsUp, over.signal)
  const trouble = makeTrouble({ victims, outside, mishaps, dice: dice.fork() }, hardship, over.signal)
  const thinking = dice.fork()
  const thinkMs = () => thinking.roll() * 2_000 * (people / perSecond)
  await Promise.allSettled(citizens.map((citizen) => live(outside, citizen, thinkMs, timeIsUp)))
  over.abort()
  return trouble
}

async function readAll(place: StorePlace): Promise<Records> {
  const { db, close } = await openBacking(place)
  try {
    return await readRecords(db)
  } finally {
    await close()
  }
}
