import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'

export interface Listening {
  readonly app: Express // routes may be added while it listens
  readonly url: string
  close(): Promise<unknown>
}

/** An empty Express application on a free port of this machine. */
export async function listen(): Promise<Listening> {
  const app = express()
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is always this shape
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
