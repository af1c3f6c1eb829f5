import type { CookieOptions, Request, RequestHandler, Response } from 'express'

const NAME = 'phieu'
const DAY_MS = 24 * 3_600_000

/** The browser's session for one lead, from its cookie. */
export function leadSession(req: Request): string {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === NAME)?.[1] ?? ''
}

/** Keeps the session in this browser for a day; unreadable for scripts and never sent with other sites' posts. */
export function keepLeadSession(res: Response, session: string, secure: boolean): void {
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/dai-ly', maxAge: DAY_MS }
  res.cookie(NAME, session, options)
}

/** Refuses a form posted from another site: browsers say where a post comes from. */
export const sameOriginOnly: RequestHandler = (req, res, next) => {
  const site = req.headers['sec-fetch-site']
  const foreign = site === undefined ? isForeignOrigin(req) : site !== 'same-origin' && site !== 'none'
  if (req.method === 'POST' && foreign) res.sendStatus(403)
  else next()
}

function isForeignOrigin({ headers }: Request): boolean {
  if (headers.origin === undefined) return false
  try {
    return new URL(headers.origin).host !== headers.host
  } catch {
    return true
  }
}
