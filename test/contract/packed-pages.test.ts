import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageRoutes } from '../../src/console/page-routes.ts'
import { serve } from '../support/serve.ts'

const script = `export const words = '${'bảo hiểm xã hội tự nguyện '.repeat(200)}'`
const shell = '<!doctype html><title>Đại lý</title>'

describe('pages are served packed to whoever can unpack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-pages-'))
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    mkdirSync(join(folder, 'trang'))
    mkdirSync(join(folder, 'app'))
    const files = { 'trang/app-1.js': script, 'app.html': shell, 'app/files.json': '["/trang/app-1.js"]' }
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text)
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(text))
    }
    writeFileSync(join(folder, 'trang/font.woff2'), 'a typeface is packed already')
    site = await serve({ parts: [{ at: '/', router: pageRoutes(folder) }] })
  })
  afterAll(async () => {
    await site.close()
    rmSync(folder, { recursive: true })
  })

  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }

  test.each([
    ['br, gzip', 'br', '/trang/app-1.js', script],
    ['gzip', 'gzip', '/trang/app-1.js', script],
    ['gzip, deflate, br', 'br', '/app/phieu', shell],
    ['gzip', 'gzip', '/app/files.json', '["/trang/app-1.js"]'],
  ] as const)('accepting %s: %s for %s', async (accepts, encoding, path, text) => {
    const { headers, body } = await get(site.url + path, accepts)
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers.vary).toContain('Accept-Encoding')
    expect(unpack[encoding](body).toString()).toBe(text)
    expect(body.length).toBeLessThan(text.length + 60)
  })

  test.each([
    ['identity', '/trang/app-1.js', script, 'text/javascript'],
    ['', '/app/', shell, 'text/html'],
    ['br;q=0, gzip;q=0', '/app/', shell, 'text/html'],
    ['br', '/trang/font.woff2', 'a typeface is packed already', 'font/woff2'],
  ])('accepting “%s”, %s comes as it is', async (accepts, path, text, type) => {
    const { headers, body } = await get(site.url + path, accepts)
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers['content-type']).toContain(type)
    expect(body.toString()).toBe(text)
  })

  test('packed or not, it has the type of the file itself, and a file of the build never changes', async () => {
    const { headers } = await get(`${site.url}/trang/app-1.js`, 'br')
    expect(headers['content-type']).toContain('text/javascript')
    expect(headers['cache-control']).toContain('immutable')
    expect((await get(`${site.url}/app/`, 'br')).headers['content-type']).toContain('text/html')
  })

  test.each([
    '/trang/no-such.js',
    '/trang/..%2fapp.html',
    '/trang/../../package.json',
    '/trang/%2e%2e/app.html',
  ])('%s is not there, packed or not', async (path) =>
    expect((await get(site.url + path, 'br')).status).not.toBe(200),
  )
})

/** A GET that unpacks nothing by itself. */
function get(url: string, accepts: string) {
  return new Promise<{
    readonly status: number | undefined
    readonly headers: NodeJS.Dict<string | string[]>
    readonly body: Buffer
  }>((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const path = url.slice(url.indexOf('/', 'http://'.length)) // as written: URL would tidy the dots away
    const asked = request({ hostname, port, path, headers: { 'accept-encoding': accepts } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.once('error', reject)
    asked.end()
  })
}
