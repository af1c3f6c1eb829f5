import type { CookieOptions, Request, Response } from 'express'
import type { SessionCookie } from './call.ts'

export interface CookieSettings {
  /** The site is reached by https: the cookie is bound to this very host and never sent in the clear. */
  readonly secure: boolean
}

const LONGEST_MS = 60 * 24 * 3_600_000 // the store ends sessions much sooner; see its table

const nameOf = ({ secure }: CookieSettings) => (secure ? '__Host-an-sinh' : 'an-sinh')

/** The session's token in the browser: unreadable for scripts, never sent with other sites' posts. */
export function cookieOf(req: Request, res: Response, settings: CookieSettings): SessionCookie {
  const name = nameOf(settings)
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: settings.secure, path: '/' }
  return {
    token: readCookie(req, name),
    keep: (token) => void res.cookie(name, token, { ...options, maxAge: LONGEST_MS }),
    drop: () => void res.clearCookie(name, options),
  }
}

export function readCookie(req: Request, name: string): string {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}
