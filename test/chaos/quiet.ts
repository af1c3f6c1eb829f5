import { setTimeout as pause } from 'node:timers/promises'
import type { Outside } from './outside.ts'

export const METRICS_KEY = 'chaos-reads-the-numbers'
const LOOK_EVERY_MS = 500
const QUIET_LOOKS = 3

/** Waits until no webhook is on its way and the program itself says that nothing waits; at most so long. */
export async function untilQuiet(
  ports: readonly number[],
  outside: Outside,
  withinMs: number,
): Promise<void> {
  const over = AbortSignal.timeout(withinMs)
  const settled = Promise.all([outside.zalo.webhooks.settled(), outside.messenger.webhooks.settled()])
  await Promise.race([settled, pause(withinMs, undefined, { ref: false })])
  let quiet = 0
  while (quiet < QUIET_LOOKS && !over.aborted) {
    const waiting = await Promise.all(ports.map(waitingAt))
    quiet = waiting.every((n) => n === 0) ? quiet + 1 : 0
    await pause(LOOK_EVERY_MS)
  }
}

/** Whether the Official Account's grant is lost, by the alarm number of a worker that answers. */
export async function isGrantLost(port: number): Promise<boolean> {
  return /^ansinh_zalo_token_live(\{[^}]*\})? 0$/m.test(await numbersAt(port))
}

async function numbersAt(port: number): Promise<string> {
  const headers = { authorization: `Bearer ${METRICS_KEY}` }
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers }).catch(() => undefined)
  return answer?.ok ? answer.text().catch(() => '') : ''
}

/** Messages not answered and replies not sent, by the numbers of one worker; NaN while it does not answer. */
async function waitingAt(port: number): Promise<number> {
  const text = await numbersAt(port)
  if (numberIn(text, 'ansinh_store_up') !== 1) return NaN
  const outbox = ['waiting', 'sending'].map((state) => `ansinh_outbox_messages{state="${state}"}`)
  return ['ansinh_waiting_events', ...outbox].reduce((sum, name) => sum + (numberIn(text, name) ?? 0), 0)
}

function numberIn(text: string, name: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length))
}
