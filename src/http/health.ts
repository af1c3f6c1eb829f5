import express, { type Router } from 'express'
import type { Health } from '../ports.ts'

/** `GET /healthz`: 200 with `ok: true` only when the store answers and the workers run; 503 otherwise. */
export function healthz(health: Health): Router {
  const router = express.Router()
  router.get('/healthz', async (_, res) => {
    const { ok, parts } = await health.check()
    res.status(ok ? 200 : 503).json({ ok, parts })
  })
  return router
}
