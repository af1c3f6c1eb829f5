import express, { type Response, type Router } from 'express'
import type { Health } from '../ports.ts'

/**
 * Three questions. `GET /livez`: does the process turn at all (200 as long as it can answer: a restart would mend
 * nothing else). `GET /healthz`: 200 with `ok: true` only when the store answers and the workers run; 503 otherwise.
 * `GET /readyz`: the same, and no while the program drains: send nothing new here.
 */
export function healthz(health: Health, isDraining: () => boolean): Router {
  const router = express.Router()
  router.get('/livez', (_, res) => void res.json({ ok: true }))
  router.get('/healthz', async (_, res) => say(res, await health.check()))
  router.get('/readyz', async (_, res) => {
    const { ok, parts } = await health.check()
    say(res, { ok: ok && !isDraining(), parts: { ...parts, taking: !isDraining() } })
  })
  return router
}

function say(res: Response, { ok, parts }: Awaited<ReturnType<Health['check']>>): void {
  res.status(ok ? 200 : 503).json({ ok, parts })
}
