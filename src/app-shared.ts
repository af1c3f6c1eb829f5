import { memoryBus } from './adapters/memory/memory-bus.ts'
import { type Budget, memoryRateLimit } from './adapters/memory/memory-rate-limit.ts'
import type { SignInLimits } from './console/sign-in/sign-in-parts.ts'
import type { Config } from './config.ts'
import type { Bus, Health, RateLimit } from './ports.ts'

/** What many instances share and may lose: Redis when configured, this process otherwise. */
export interface Shared {
  readonly codeLimit: RateLimit
  readonly pageLimit: RateLimit
  readonly callLimit: RateLimit
  /** Where the package of an Official Account has a limit of its own. */
  readonly oaCallLimit: RateLimit | undefined
  readonly apiLimit: RateLimit
  readonly verifyLimit: RateLimit
  readonly askLimit: RateLimit
  readonly signIn: SignInLimits
  readonly bus: Bus
  /** Is Redis there? Undefined where none is configured. The program works on without it, each process for itself. */
  redisAnswers(): boolean | undefined
  close(): Promise<void>
}

type Alarm = (what: string, detail: Readonly<Record<string, string>>) => void

/** How often one agent may ask for a sign-in code. */
const codeBudget = { name: 'agent-code', times: 5, seconds: 15 * 60 }
/** How often one network address may open agents' pages; a whole office may share one address. */
const pageBudget = { name: 'agent-page', times: 600, seconds: 60 }

/** How often one app may call Zalo a minute: its own limit is 4 000, and somebody may call by hand. */
const callBudget = { name: 'zalo-calls', times: 3_600, seconds: 60 }

/** How often one network address may call the console's API; a whole office may share one address. */
const apiBudget = { name: 'console-api', times: 1_200, seconds: 60 }

/** How often one person may have an agent looked up: enough for a doorstep, too few to go through a list. */
const verifyBudget = { name: 'verify-agent', times: 6, seconds: 3_600 }

/** How often one account may ask Zalo about somebody: a morning's talks, not a register of names. */
const askBudget = { name: 'ask-platform', times: 60, seconds: 3_600 }

/** Attempts to sign in within a quarter of an hour. An account's own budget is wide, so that nobody locks others out. */
const QUARTER = 15 * 60
const signInBudgets = {
  pair: { name: 'sign-in-pair', times: 10, seconds: QUARTER },
  account: { name: 'sign-in-account', times: 60, seconds: QUARTER },
  address: { name: 'sign-in-address', times: 120, seconds: QUARTER },
  code: { name: 'sign-in-code', times: 5, seconds: QUARTER },
}

type SharedSettings = Pick<Config, 'REDIS_URL' | 'ZALO_OA_CALLS_PER_MINUTE'>

export async function openShared(
  { REDIS_URL: redisUrl, ZALO_OA_CALLS_PER_MINUTE: oaCalls }: SharedSettings,
  alarm: Alarm,
): Promise<Shared> {
  if (redisUrl === undefined) {
    return {
      ...limits(memoryRateLimit, oaCalls),
      bus: memoryBus(),
      redisAnswers: () => undefined,
      close: () => Promise.resolve(),
    }
  }
  const [{ openRedis }, { redisBus }, { redisRateLimit }] = await Promise.all([
    import('./adapters/redis/open-redis.ts'), // only where there is Redis: its client takes its time to load
    import('./adapters/redis/redis-bus.ts'),
    import('./adapters/redis/redis-rate-limit.ts'),
  ])
  const redis = openRedis(redisUrl, alarm)
  const listener = openRedis(redisUrl, alarm)
  await Promise.allSettled([redis.connect(), listener.connect()]) // away at the start: it is tried again in the background
  return {
    ...limits((budget) => redisRateLimit(redis, budget), oaCalls),
    bus: redisBus(redis, listener),
    redisAnswers: () => redis.status === 'ready',
    close: async () => void (await Promise.allSettled([redis.quit(), listener.quit()])),
  }
}

type Limits = Omit<Shared, 'bus' | 'redisAnswers' | 'close'>

function limits(limit: (budget: Budget) => RateLimit, oaCalls: number | undefined): Limits {
  const { pair, account, address, code } = signInBudgets
  return {
    codeLimit: limit(codeBudget),
    pageLimit: limit(pageBudget),
    callLimit: limit(callBudget),
    oaCallLimit:
      oaCalls === undefined ? undefined : limit({ name: 'zalo-oa-calls', times: oaCalls, seconds: 60 }),
    apiLimit: limit(apiBudget),
    verifyLimit: limit(verifyBudget),
    askLimit: limit(askBudget),
    signIn: { pair: limit(pair), account: limit(account), address: limit(address), code: limit(code) },
  }
}

/** Says whether Redis is there; without it the program is well all the same. */
export function withRedis(health: Health, { redisAnswers }: Pick<Shared, 'redisAnswers'>): Health {
  return {
    async check() {
      const { ok, parts } = await health.check()
      const redis = redisAnswers()
      return { ok, parts: redis === undefined ? parts : { ...parts, redis } }
    },
  }
}
