import type { Request, RequestHandler } from 'express'

/**
 * Against requests that another site makes in a person's browser: what changes something must say that it comes from
 * our own pages (browsers do, and scripts cannot forge it) and must be JSON, which a form cannot send.
 */
export const fromOurPages: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') {
    if (!isCrossSite(req)) next()
    else refuse(res.status(403))
  } else if (!isOurOrigin(req)) refuse(res.status(403))
  else if (!req.is('application/json')) refuse(res.status(415))
  else next()
}

function refuse(res: { json(body: object): unknown }): void {
  res.json({ error: { say: 'Yêu cầu không đến từ trang của An Sinh.' } })
}

const isCrossSite = (req: Request) => ['cross-site', 'same-site'].includes(req.get('sec-fetch-site') ?? '')

/** One of the two headers must be there, and neither may say something else. */
function isOurOrigin(req: Request): boolean {
  const site = req.get('sec-fetch-site')
  const origin = req.get('origin')
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return site !== undefined
  return URL.canParse(origin) && new URL(origin).host === req.get('host')
}
