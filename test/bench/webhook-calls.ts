import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'

/** A Page whose events are posted. */
export interface Caller {
  readonly url: string
  readonly pageId: string
  readonly appSecret: string
  readonly people?: number // who write in turn
  readonly texts?: readonly string[] // what they say, in turn
}

const PEOPLE = 100
let sent = 0

/** One signed event after the other, so many a second, whether or not the last was answered. Answers the waits in ms. */
export async function postPaced(caller: Caller, events: number, perSecond: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const calls: Promise<number>[] = []
  const began = performance.now()
  for (let i = 0; i < events; i += 1) {
    const early = began + (i * 1_000) / perSecond - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    calls.push(post(caller, agent))
  }
  const waits = await Promise.all(calls)
  agent.destroy()
  return waits
}

/** As fast as they are taken, so many at a time. Answers events a second. */
export async function postAtFull(caller: Caller, events: number, atOnce: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const began = performance.now()
  let left = events
  const hand = async () => {
    while (left > 0) {
      left -= 1
      await post(caller, agent)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
  agent.destroy()
  return (events * 1_000) / (performance.now() - began)
}

async function post(caller: Caller, agent: Agent): Promise<number> {
  const { url, appSecret } = caller
  sent += 1
  const body = eventOf(caller, sent)
  const signature = createHmac('sha256', appSecret).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }
  const began = performance.now()
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode))
    })
    call.once('error', reject).end(body)
  })
  if (status !== 200) throw new Error(`a webhook was answered ${status}`)
  return performance.now() - began
}

function eventOf({ pageId, people = PEOPLE, texts = ['menu'] }: Caller, number: number): string {
  const timestamp = Date.now()
  const sender = { id: `p${number % people}` }
  const message = { mid: `m_bench_${process.pid}_${number}`, text: texts[number % texts.length] ?? '' }
  const messaging = [{ sender, recipient: { id: pageId }, timestamp, message }]
  return JSON.stringify({ object: 'page', entry: [{ id: pageId, time: timestamp, messaging }] })
}
