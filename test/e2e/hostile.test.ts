import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contracts } from '../../src/console/api/contracts.ts'
import { ours, type Platform, sample, sampleNames, signedBy } from '../support/channel-samples.ts'
import { brokenBody, type Json, oddHeaders, spoilt } from '../support/hostile.ts'
import { freePort, type Program, removeData, startProgram } from '../support/running-program.ts'

const RUNS = 150
const HANGS_MS = 30_000
const MOST_MB = 900

let program: Program
beforeAll(async () => {
  const nobody = `http://127.0.0.1:${await freePort()}`
  program = await startProgram({
    ZALO_APP_ID: ours.zalo.appId,
    ZALO_APP_SECRET: 'app-secret',
    ZALO_OA_ID: ours.zalo.oaId,
    ZALO_OA_SECRET: ours.zalo.oaSecret,
    ZALO_REFRESH_TOKEN: 'refresh',
    ZALO_API_BASE: nobody,
    ZALO_OAUTH_BASE: nobody,
    ZALO_TEMPLATE_BASE: nobody,
    MESSENGER_PAGE_ID: ours.messenger.pageId,
    MESSENGER_PAGE_TOKEN: 'page-token',
    MESSENGER_APP_SECRET: ours.messenger.appSecret,
    MESSENGER_VERIFY_TOKEN: 'verify-token',
    MESSENGER_API_BASE: nobody,
    PROVINCE: 'Nghệ An',
    PUBLIC_URL: 'https://bot.example.vn',
    HOTLINE: '0238 000 000',
    MAX_WAITING: '100000',
  })
}, 240_000)
afterAll(async () => {
  await program?.end('SIGKILL')
  if (program) removeData(program)
})

/** The status of one call; a call that never ends fails the test. */
async function call(path: string, init: RequestInit = {}): Promise<number> {
  const signal = AbortSignal.timeout(HANGS_MS)
  const answer = await fetch(`${program.url}${path}`, { redirect: 'manual', ...init, signal })
  await answer.arrayBuffer()
  return answer.status
}

async function stillWell(): Promise<void> {
  expect(await call('/healthz')).toBe(200)
  const status = readFileSync(`/proc/${program.pid}/status`, 'utf8')
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  expect(megabytes).toBeLessThan(MOST_MB)
}

/** The API's own list, and every other route that the program has. */
const routes = [
  ...Object.keys(contracts).map((key) => `/api${key.split(' ')[1] ?? ''}`),
  '/api/%00',
  '/livez',
  '/readyz',
  '/metrics',
  '/api/messages',
  '/quan-tri',
  '/quan-tri/x/y',
  '/app',
  '/app/sw.js',
  '/co-quan/xong?code=x&state=y',
  '/xoa-du-lieu',
  '/xoa-du-lieu/abc',
  '/zalo/cap-quyen/abc',
  '/zalo/cap-quyen/xong?code=x&oa_id=y&state=z',
  '/',
  '/healthz',
  '/privacy',
  '/webhooks/zalo',
  '/webhooks/messenger',
  '/webhooks/messenger?hub.mode=subscribe&hub.verify_token=x&hub.challenge=y',
  '/dai-ly',
  '/dai-ly/nhan',
  '/dai-ly/tu-choi',
  '/dai-ly/ket-qua',
  '/dai-ly/abc',
  '/dai-ly/abc/ma',
  '/dai-ly/abc/vao',
  '/assets/an-sinh.css',
  '/assets/../../package.json',
  '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  '/%00',
  '/dai-ly/%00',
  '/dai-ly/%00/ma',
  '/xoa-du-lieu/%00',
  '/zalo/cap-quyen/%00',
  '/zalo/cap-quyen/xong?code=%00&oa_id=%00&state=%00',
  '/%ff%fe',
  '/%',
  `/${'a'.repeat(12_000)}`,
  '/healthz?__proto__[x]=1&a[b][c]=2',
]

test('any method, any headers and any body at every route: an answer, and never our fault', async () => {
  const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      methods,
      oddHeaders,
      brokenBody,
      async (path, method, headers, body) => {
        const bodiless = method === 'GET' || method === 'HEAD'
        const status = await call(path, {
          method,
          headers,
          ...(bodiless ? {} : { body: new Uint8Array(body) }),
        })
        expect(status).toBeLessThan(500)
      },
    ),
    { numRuns: RUNS },
  )
  await stillWell()
}, 240_000)

test.each<Platform>(['zalo', 'messenger'])(
  '%s: rightly signed webhooks with hostile fields are taken or ignored, never our fault',
  async (platform) => {
    const bodies = sampleNames(platform, 'webhook.').map((name) => spoilt(sample(platform, name) as Json))
    await fc.assert(
      fc.asyncProperty(fc.oneof(...bodies), async (event) => {
        const body = Buffer.from(JSON.stringify(event))
        const headers = signedIfPossible(platform, body)
        const path = `/webhooks/${platform}`
        const status = await call(path, { method: 'POST', headers, body: new Uint8Array(body) })
        expect(status === 413 ? body.length : status).toSatisfy((n: number) => n === 200 || n > 256 * 1024)
      }),
      { numRuns: RUNS * 2 },
    )
    await stillWell()
  },
  240_000,
)

function signedIfPossible(platform: Platform, body: Buffer): Record<string, string> {
  try {
    return signedBy[platform](body)
  } catch {
    return {} // no object any more: nobody could sign it
  }
}

test('bytes that are no HTTP, and calls that stop half way, take nobody else’s place', async () => {
  const halves = [
    'GET / HTTP/1.1\r\nHost',
    'POST /webhooks/zalo HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n{"a"',
    'POST /webhooks/zalo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
    'POST /webhooks/zalo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    '\u0000\u0001\u0002',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
  ]
  const sockets = halves.flatMap((bytes) => Array.from({ length: 20 }, () => half(bytes)))
  await stillWell()
  for (const socket of sockets) socket.destroy()
  await stillWell()
  expect(program.said()).not.toContain('TypeError')
}, 120_000)

function half(bytes: string) {
  const socket = connect(Number(program.port), '127.0.0.1')
  socket.on('error', () => undefined) // being cut off is the right answer
  socket.write(bytes)
  return socket
}
