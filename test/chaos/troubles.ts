import { setTimeout as pause } from 'node:timers/promises'
import type { Dice } from './dice.ts'
import type { Outside } from './outside.ts'
import type { Luck, Mishaps } from './mishaps.ts'
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

/** How hard it is made: milliseconds between two troubles of a kind, and how much goes wrong with calls. */
export interface Hardship {
  readonly machineEveryMs: number
  readonly tokenEveryMs: number
  readonly luck: Luck
}

type Trouble = readonly [name: string, make: () => Promise<unknown>]

interface Trail {
  readonly count: TroubleCount
  readonly signal: AbortSignal
  readonly dice: Dice
}

/** Troubles of machines one after the other, tokens that expire beside them, until told to stop; then all is well. */
export async function makeTrouble(
  {
    victims,
    outside: { zalo },
    mishaps,
    dice,
  }: {
    readonly victims: Victims
    readonly outside: Outside
    readonly mishaps: Mishaps
    readonly dice: Dice
  },
  { machineEveryMs, tokenEveryMs }: Hardship,
  signal: AbortSignal,
): Promise<TroubleCount> {
  const count = mishaps.count
  const expire: Trouble = ['access token expired', async () => zalo.tokens.expireAccess()]
  const trail = () => ({ count, signal, dice: dice.fork() })
  signal.addEventListener('abort', () => mishaps.end())
  await Promise.all([
    again(machineEveryMs, () => machineTrouble(victims, dice), trail()),
    again(tokenEveryMs, () => expire, trail()),
  ])
  return count
}

async function again(everyMs: number, next: () => Trouble, { count, signal, dice }: Trail): Promise<void> {
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
