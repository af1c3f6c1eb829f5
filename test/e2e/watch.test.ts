import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { outsideMessenger } from '../support/outside-messenger.ts'
import { freePort, newDataDir, type Program, removeData, startProgram } from '../support/running-program.ts'

const METRICS_KEY = 'a key of sixteen letters'.replaceAll(' ', '-')
const person = 'psid-follow-me'

test('one id runs from the webhook to the send, in lines and in a trace; the numbers count it, behind their key', async () => {
  const port = String(await freePort())
  const outside = await outsideMessenger(port)
  const collector = await collectorOfTraces()
  const program = await startProgram({
    ...{ ...outside.env, DATA_DIR: newDataDir(), LOG_LEVEL: 'info', METRICS_KEY },
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  })
  await outside.messenger.say(person, 'dong bhxh tu nguyen thap nhat bao nhieu')
  await expect.poll(() => linesOf(program, 'send').length, { timeout: 60_000 }).toBeGreaterThan(0)

  const [kept, answered, sent] = ['kept', 'answered', 'send'].map((step) => linesOf(program, step)[0])
  expect(kept?.event).toMatch(/^[0-9a-f-]{36}$/)
  expect([answered?.event, sent?.event]).toEqual([kept?.event, kept?.event])

  const numbers = await metricsOf(program, METRICS_KEY)
  expect(numbers).toMatch(/ansinh_webhook_events_total\{channel="messenger",outcome="kept"\} 1\b/)
  expect(numbers).toMatch(/ansinh_turns_total\{channel="messenger",outcome="answered"\} 1\b/)
  expect(numbers).toMatch(/ansinh_sends_total\{channel="messenger",outcome="sent"\} [1-9]/)
  expect(numbers).toMatch(/ansinh_questions_total\{outcome="answered"\} 1\b/)
  expect(numbers).toMatch(/ansinh_store_up 1\b/)
  expect(numbers).toMatch(/ansinh_waiting_events 0\b/)
  expect((await fetch(`${program.url}/metrics`)).status).toBe(401)
  for (const path of ['/livez', '/readyz']) expect((await fetch(program.url + path)).status).toBe(200)

  await program.end('SIGTERM')
  const trace = kept?.event?.replaceAll('-', '')
  const names = collector.spans().filter(({ traceId }) => traceId === trace)
  expect(new Set(names.map(({ name }) => name))).toEqual(new Set(['webhook', 'turn', 'send']))
  await Promise.all([outside.close(), collector.close()])
  removeData(program)
}, 240_000)

const line = z.object({ msg: z.string(), event: z.string().optional() })

function linesOf(program: Program, step: string) {
  const all = program.said().split('\n')
  return all
    .filter((text) => text.startsWith('{') && text.endsWith('}'))
    .map((text) => line.parse(JSON.parse(text)))
    .filter(({ msg }) => msg === step)
}

async function metricsOf({ url }: Program, key: string): Promise<string> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${key}` } })
  expect(answer.status).toBe(200)
  return answer.text()
}

const exported = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(z.object({ spans: z.array(z.object({ traceId: z.string(), name: z.string() })) })),
    }),
  ),
})

/** Takes OTLP over HTTP, as JSON. */
async function collectorOfTraces() {
  const spans: { traceId: string; name: string }[] = []
  const server = createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      const { resourceSpans } = exported.parse(JSON.parse(Buffer.concat(parts).toString()))
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: here }) => here)))
      res.setHeader('content-type', 'application/json').end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port: not a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    spans: () => spans,
    close: () => new Promise((resolve) => void server.close(resolve)),
  }
}
