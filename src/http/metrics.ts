import express, { type Router } from 'express'

/** The numbers in Prometheus' text format. */
export interface NumbersPage {
  readonly contentType: string
  text(): Promise<string>
}

/** `GET /metrics`. `isAllowed` looks at the bearer key: 401 without it, and nothing says which key is right. */
export function metrics(page: NumbersPage, isAllowed: (key: string | undefined) => boolean): Router {
  const router = express.Router()
  router.get('/metrics', async (req, res) => {
    const key = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1]
    if (isAllowed(key)) res.type(page.contentType).send(await page.text())
    else res.set('WWW-Authenticate', 'Bearer').sendStatus(401)
  })
  return router
}
