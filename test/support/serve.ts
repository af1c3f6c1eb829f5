import type { AddressInfo } from 'node:net'
import { listen, site, type SiteOptions } from '../../src/http/server.ts'

/** A real server on a free port of this machine, for one test. */
export async function serve(options: Pick<SiteOptions, 'parts'> & Partial<SiteOptions>) {
  const server = await listen(
    site({ assets: [], trustProxy: 0, failed: () => undefined, ...options }),
    0,
    '127.0.0.1',
  )
  const { port } = server.address() as AddressInfo // a TCP server's address is always this shape
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
