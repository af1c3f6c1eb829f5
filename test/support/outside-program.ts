import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type OutsideMessenger, outsideMessenger } from './outside-messenger.ts'
import { type Environment, freePort, type Program, startProgram } from './running-program.ts'

/** The program with Messenger outside of it, which brings each message again until it is taken. */
export interface OutsideProgram {
  readonly program: Program
  readonly outside: OutsideMessenger
  /** One signed webhook, once: its status. */
  readonly statusOf: (person: string, text: string) => Promise<number>
  /** What /healthz says: its status and its parts. */
  health(): Promise<{ readonly status: number; readonly parts: Readonly<Record<string, boolean>> }>
  close(): Promise<void>
}

export async function startOutside(env: Environment): Promise<OutsideProgram> {
  const port = String(await freePort())
  const outside = await outsideMessenger(port, { receipts: false })
  const program = await startProgram({ ...outside.env, ...env })
  const health = async () => {
    const answer = await fetch(`${program.url}/healthz`)
    const { parts = {} } = (await answer.json()) as { parts?: Readonly<Record<string, boolean>> } // our own answer
    return { status: answer.status, parts }
  }
  return {
    ...{ program, outside, health },
    statusOf: (person, text) => statusOf(outside, program, person, text),
    async close() {
      await program.end('SIGKILL')
      await outside.close()
    },
  }
}

let posted = 0

async function statusOf({ env }: OutsideMessenger, { url }: Program, person: string, text: string) {
  posted += 1
  const { MESSENGER_PAGE_ID: id = '', MESSENGER_APP_SECRET: secret = '' } = env
  const message = { mid: `m_outside_${posted}`, text }
  const event = { sender: { id: person }, recipient: { id }, timestamp: Date.now(), message }
  const body = JSON.stringify({ object: 'page', entry: [{ id, time: Date.now(), messaging: [event] }] })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }
  const answer = await fetch(`${url}/webhooks/messenger`, { method: 'POST', headers, body })
  return answer.status
}

/** Waits until it holds, at most so long; answers whether it did. */
export async function holdsWithin(ms: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const until = Date.now() + ms
  while (Date.now() < until) {
    if (await holds()) return true
    await pause(100)
  }
  return false
}
