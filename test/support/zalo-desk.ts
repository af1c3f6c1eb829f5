import type { Store } from '../../src/adapters/postgres/store.ts'
import { zaloAsking } from '../../src/adapters/zalo/ask-about.ts'
import { tokensInMemory } from '../../src/adapters/zalo/tokens-in-memory.ts'
import { zaloChannel } from '../../src/adapters/zalo/zalo-channel.ts'
import { zaloTokenSource } from '../../src/adapters/zalo/zalo-token-source.ts'
import type { Clock } from '../../src/ports.ts'
import { fakeZalo } from '../../src/simulator/fake-zalo/fake-zalo.ts'
import type { FakeZaloOptions } from '../../src/simulator/fake-zalo/options.ts'
import { listen } from './listen.ts'
import { deskOn } from './messenger-desk.ts'
import type { workParts } from './store-work.ts'

const keys = { appId: '4410', appSecret: 'app-secret', oaId: '1876', oaSecret: 'oa-secret' }

/** Fake Zalo → real webhook → real store → the work loop, step by step → real adapter → fake Zalo. */
export async function zaloDesk(
  store: Store,
  clock: Clock,
  changes: Parameters<typeof workParts>[1] = {},
  options: Partial<FakeZaloOptions> = {},
) {
  const server = await listen()
  const api = `${server.url}/fake`
  const habits = {
    refreshToken: 'rt-0',
    now: () => clock.now(),
    wait: async () => undefined,
    disables: false,
  }
  const quiet = { receipts: false, echoes: false }
  const fake = fakeZalo({ ...keys, ...habits, ...quiet, webhookUrl: `${server.url}/webhook`, ...options })
  const tokens = zaloTokenSource({
    ...{ ...keys, oauthBase: api, clock },
    store: tokensInMemory({ refreshToken: 'rt-0' }, clock),
  })
  const channel = zaloChannel({ ...keys, apiBase: api, tokens, clock })
  const asking = zaloAsking({ ...keys, apiBase: api, tokens, clock, mayCall: async () => true })
  return { ...deskOn({ server, fake, channel, store, clock, changes }), asking }
}
