import type { SendFailure } from '../../ports.ts'
import { NoToken, type TokenSource } from './token-source.ts'

const HELD_MS = 60_000

/** Calls with the current token; when Zalo says it is dead, once more with a fresh one, and never a third time. */
export async function withToken<T>(
  tokens: TokenSource,
  call: (token: string) => Promise<T | 'token-refused'>,
): Promise<T | SendFailure> {
  try {
    const token = await tokens.current()
    const first = await call(token)
    if (first !== 'token-refused') return first
    const second = await call(await tokens.refresh(token))
    if (second !== 'token-refused') return second
    const detail = 'Zalo refused a token it has just given us'
    return { kind: 'try-later', afterMs: HELD_MS, detail, untried: true, alarm: true }
  } catch (error) {
    if (error instanceof NoToken) return error.failure
    throw error
  }
}
