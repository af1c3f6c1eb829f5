import { setTimeout as pause } from 'node:timers/promises'
import type { NextAnswer } from '../../src/simulator/fake-platform/fake-platform.ts'
import type { Dice } from './dice.ts'
import type { Outside } from './outside.ts'
import type { Server } from './servers.ts'
import type { Worker } from './worker.ts'

/** What may be taken away. */
export interface Victims {
  readonly workers: readonly Worker[]
  readonly postgres?: Server
  readonly redis?: Server
}

/** How often each happened. */
export type TroubleCount = Record<string, number>

/** How hard it is made: milliseconds between two troubles of a kind. */
export interface Hardship {
  readonly machineEveryMs: number
  readonly platformEveryMs: number
  /** Answers that never come hold up their sender for ten seconds each. */
  readonly silences: boolean
}

type Trouble = readonly [name: string, make: () => Promise<unknown>]

/** Troubles of machines one after the other, troubles of platforms beside them, until told to stop. */
export async function makeTrouble(
  parts: { readonly victims: Victims; readonly outside: Outside; readonly dice: Dice },
  hardship: Hardship,
  signal: AbortSignal,
): Promise<TroubleCount> {
  const count: TroubleCount = {}
  const { victims, outside, dice } = parts
  await Promise.all([
    again(hardship.machineEveryMs, () => machineTrouble(victims, dice), { count, signal, dice: dice.fork() }),
    again(hardship.platformEveryMs, () => platformTrouble(outside, dice, hardship), {
      count,
      signal,
      dice: dice.fork(),
    }),
  ])
  return count
}

async function again(
  everyMs: number,
  next: () => Trouble,
  {
    count,
    signal,
    dice,
  }: { readonly count: TroubleCount; readonly signal: AbortSignal; readonly dice: Dice },
): Promise<void> {
  while (!signal.aborted) {
    await pause(everyMs * (0.5 + dice.roll()), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const [name, make] = next()
    count[name] = (count[name] ?? 0) + 1
    await make()
  }
}

function machineTrouble({ workers, postgres, redis }: Victims, dice: Dice): Trouble {
  const one = workers[dice.between(0, workers.length - 1)]
  const down = () => dice.between(300, 2_000)
  const kill: Trouble = ['worker killed', () => Promise.resolve(one?.kill(down()))]
  const choices: [Trouble, ...Trouble[]] = [kill, kill, kill]
  if (workers.length > 1) {
    choices.push(['all workers killed', () => Promise.all(workers.map((worker) => worker.kill(down())))])
  }
  if (postgres) {
    choices.push(['PostgreSQL stopped', () => away(postgres, dice.between(1_000, 5_000))])
    choices.push([
      'PostgreSQL stopped and a worker killed',
      () => Promise.all([away(postgres, dice.between(1_000, 5_000)), one?.kill(down())]),
    ])
  }
  if (redis) choices.push(['Redis stopped', () => away(redis, dice.between(2_000, 6_000))])
  return dice.pick(choices)
}

async function away(server: Server, ms: number): Promise<void> {
  await server.kill()
  await pause(ms)
  await server.start()
}

function platformTrouble({ zalo, messenger }: Outside, dice: Dice, { silences }: Hardship): Trouble {
  const platform = dice.chance(0.5) ? zalo : messenger
  const planned = (name: string, answer: NextAnswer, times = 1): Trouble => [
    name,
    async () => platform.failNext(answer, times),
  ]
  const choices: [Trouble, ...Trouble[]] = [
    planned('answered 500', { kind: 'status', status: 500 }, dice.between(1, 2)),
    planned('answered 429', { kind: 'status', status: 429 }),
    planned('answer lost', { kind: 'hang-up', delivered: true }, dice.between(1, 3)),
    planned('call lost', { kind: 'hang-up', delivered: false }),
    ['access token expired', async () => zalo.tokens.expireAccess()],
    ['notice answered 500', async () => zalo.failNextNotice({ kind: 'status', status: 500 })],
  ]
  if (silences) {
    choices.push(planned('no answer, delivered', { kind: 'silence', delivered: true }))
    choices.push(planned('no answer, not delivered', { kind: 'silence', delivered: false }))
  }
  return dice.pick(choices)
}
