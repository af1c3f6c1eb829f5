import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { memoryRateLimit } from '../../src/adapters/memory/memory-rate-limit.ts'
import { addressLimit } from '../../src/http/address-limit.ts'
import { serve } from '../support/serve.ts'

let close: (() => Promise<unknown>) | undefined
afterEach(() => close?.())

async function siteWith(trustProxy: number): Promise<(from: string) => Promise<Response>> {
  const router = express.Router()
  router.use(addressLimit(memoryRateLimit({ name: `page-${trustProxy}`, times: 2, seconds: 60 })))
  router.get('/', (_, res) => void res.send('trang'))
  const server = await serve({ parts: [{ at: '/', router }], trustProxy })
  close = server.close
  return (from) => fetch(server.url, { headers: { 'x-forwarded-for': from } })
}

test('an address above its budget is asked kindly to wait; another address is served', async () => {
  const open = await siteWith(1)
  expect((await open('203.0.113.7')).status).toBe(200)
  expect((await open('203.0.113.7')).status).toBe(200)
  const refused = await open('203.0.113.7')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(await refused.text()).toContain('chờ một phút')
  expect((await open('203.0.113.8')).status).toBe(200)
})

test('without a proxy in front nobody chooses their own address', async () => {
  const open = await siteWith(0)
  const statuses = [await open('203.0.113.1'), await open('203.0.113.2'), await open('203.0.113.3')]
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
})
