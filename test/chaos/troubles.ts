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
  /** Which part of these troubles also loses the answer to the renewal that follows: the grant is gone then. 0 … 1 */
  readonly cutOff: number
  /** So many troubles of machines, each kind in its turn: a short run meets them all. Otherwise by chance, to the end. */
  readonly inTurn?: number
  readonly luck: Luck
}

type Trouble = readonly [name: string, make: () => Promise<unknown>]

interface Trail {
  readonly count: TroubleCount
  readonly signal: AbortSignal
  readonly dice: Dice
  readonly most?: number | undefined
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
  { machineEveryMs, tokenEveryMs, cutOff, inTurn }: Hardship,
  signal: AbortSignal,
): Promise<TroubleCount> {
  const count = mishaps.count
  let turn = 0
  const expire: Trouble = ['access token expired', async () => zalo.tokens.expireAccess()]
  const cut: Trouble = [
    'access token expired and its renewal cut off',
    async () => {
      zalo.tokens.dropNextAnswer()
      zalo.tokens.expireAccess()
    },
  ]
  const luck = dice.fork()
  const trail = () => ({ count, signal, dice: dice.fork() })
  signal.addEventListener('abort', () => mishaps.end())
  await Promise.all([
    again(machineEveryMs, () => machineTrouble(victims, dice, inTurn === undefined ? undefined : turn++), {
      ...trail(),
      most: inTurn,
    }),
    again(tokenEveryMs, () => (luck.chance(cutOff) ? cut : expire), trail()),
  ])
  return count
}

async function again(
  everyMs: number,
  next: () => Trouble,
  { count, signal, dice, most = Infinity }: Trail,
): Promise<void> {
  for (let n = 0; n < most && !signal.aborted; n += 1) {
    await pause(everyMs * (0.5 + dice.roll()), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const [name, make] = next()
    count[name] = (count[name] ?? 0) + 1
    await make()
  }
}

function machineTrouble({ workers, postgres, redis }: Victims, dice: Dice, turn?: number): Trouble {
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
  const kinds = choices.slice(2) // a killed worker is there three times: the likeliest
  return turn === undefined ? dice.pick(choices) : (kinds[turn % kinds.length] ?? kill)
}

async function away(server: Server, ms: number): Promise<void> {
  await server.kill()
  await pause(ms)
  await server.start()
}
