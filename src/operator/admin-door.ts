import express from 'express'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { sameText } from '../adapters/same-text.ts'
import { listen, site } from '../http/server.ts'

export interface AdminDoor {
  close(): Promise<void>
}

/** Runs one command and answers the lines to print. */
type Run = (name: string, words: readonly string[]) => Promise<readonly string[]>

const FILE = 'admin.json'
const asked = z.object({ name: z.string(), words: z.array(z.string()) })
const answered = z.union([z.object({ lines: z.array(z.string()) }), z.object({ error: z.string() })])
const door = z.object({ url: z.string(), token: z.string() })

/**
 * The embedded store has one process. While it runs, commands on the store reach it here: a port of its own on
 * 127.0.0.1, and a token in a file under DATA_DIR that only its owner can read.
 */
export async function openAdminDoor(dataDir: string, run: Run): Promise<AdminDoor> {
  const token = randomBytes(32).toString('base64url')
  const file = join(dataDir, FILE)
  const app = site({
    parts: [{ at: '/', router: routes(token, run) }],
    assets: [],
    trustProxy: 0,
    failed: () => undefined,
  })
  const server = await listen(app, 0, '127.0.0.1')
  const { port } = server.address() as AddressInfo // it listens on a port, not on a socket file
  rmSync(file, { force: true }) // a file left by a crash would keep its mode
  writeFileSync(file, JSON.stringify({ url: `http://127.0.0.1:${port}/`, token }), { mode: 0o600 })
  return {
    close: () =>
      new Promise((resolve) => {
        rmSync(file, { force: true })
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

function routes(token: string, run: Run): express.Router {
  const router = express.Router()
  router.post('/', express.json(), async (req, res) => {
    if (!sameText(req.get('authorization'), `Bearer ${token}`)) {
      res.status(401).json({ error: 'not for you' })
      return
    }
    const command = asked.parse(req.body)
    try {
      res.json({ lines: await run(command.name, command.words) })
    } catch (error) {
      res.status(422).json({ error: error instanceof Error ? error.message : 'unknown' })
    }
  })
  return router
}

/** Has the program that runs on this data folder do it. Throws what it complained of. */
export async function throughAdminDoor(
  doorFile: string,
  name: string,
  words: readonly string[],
): Promise<readonly string[]> {
  const { url, token } = door.parse(JSON.parse(doorFile))
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, words }),
  })
  const said = answered.parse(await answer.json())
  if ('error' in said) throw new Error(said.error)
  return said.lines
}

export const doorFileIn = (dataDir: string): string => join(dataDir, FILE)
