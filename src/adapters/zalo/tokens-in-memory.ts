import type { Clock } from '../../ports.ts'
import type { KeptTokens, TokenPair, TokenStore } from './token-source.ts'

/** Tokens of a platform that forgets them with the process, as a fake does. One process: no lock is needed. */
export function tokensInMemory(first: TokenPair | undefined, clock: Clock): TokenStore {
  const kept = (pair: TokenPair): KeptTokens => ({ pair, state: 'live', keptAt: clock.now() })
  let newest = first && kept(first)
  const isNewest = (spent: string) => newest?.pair.refreshToken === spent
  return {
    load: async () => newest,
    lock: async () => true,
    unlock: async () => undefined,
    async renewing(spent, state) {
      if (newest && isNewest(spent)) newest = { ...newest, state: state === 'begun' ? 'pending' : 'live' }
    },
    async replace(spent, pair) {
      if (!isNewest(spent)) return false
      newest = kept(pair)
      return true
    },
    async markLost(spent) {
      if (newest && isNewest(spent)) newest = { ...newest, state: 'needs-reauth' }
    },
  }
}
