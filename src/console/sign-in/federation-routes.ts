import express, { type CookieOptions, type Router } from 'express'
import type { StaffAccounts, StaffSessions, Federation } from '../../staff/ports.ts'
import { html } from '../../http/html.ts'
import { page } from '../../http/page.ts'
import { cookieOf, type CookieSettings, readCookie } from '../api/cookie.ts'
import { deviceName } from '../api/device-name.ts'

export interface FederationParts {
  readonly federation: Federation
  readonly accounts: StaffAccounts
  readonly sessions: StaffSessions
  readonly cookie: CookieSettings
  readonly publicUrl: string
}

const KEEP = 'an-sinh-oidc'
const MINUTES_MS = 10 * 60_000

const NOT_IN = page(
  'Chưa đăng nhập được',
  html`<h1>Chưa đăng nhập được</h1>
    <p>Tài khoản của cơ quan chưa được cấp quyền ở đây, hoặc lượt đăng nhập đã hết hạn.</p>
    <p><a href="/quan-tri/">Thử lại</a>, hoặc nhờ quản trị tạo tài khoản với đúng e-mail của anh/chị.</p>`,
)

const AWAY = page(
  'Chưa đăng nhập được',
  html`<h1>Chưa đăng nhập được</h1>
    <p>Máy chủ đăng nhập của cơ quan chưa trả lời. Anh/chị chờ ít phút rồi thử lại.</p>
    <p><a href="/quan-tri/">Về trang đăng nhập</a></p>`,
)

/** Sign-in at the organisation's identity provider: off to it, and back from it. */
export function federationRoutes(parts: FederationParts): Router {
  const { federation, accounts, sessions, cookie, publicUrl } = parts
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: cookie.secure, path: '/co-quan' }
  const router = express.Router()
  router.get('/vao', async (_, res) => {
    const begun = await federation.begin()
    if (!begun) {
      res.status(503).set('Cache-Control', 'no-store').type('html').send(AWAY)
      return
    }
    const { url, keep } = begun
    res.cookie(KEEP, Buffer.from(keep).toString('base64url'), { ...options, maxAge: MINUTES_MS })
    res.set('Cache-Control', 'no-store').redirect(303, url)
  })
  router.get('/xong', async (req, res) => {
    const keep = Buffer.from(readCookie(req, KEEP), 'base64url').toString()
    const who = await federation.finish(new URL(req.originalUrl, publicUrl), keep)
    const account = who && (await accounts.federated(who))
    res.clearCookie(KEEP, options).set('Cache-Control', 'no-store')
    if (account === undefined) {
      res.status(403).type('html').send(NOT_IN)
      return
    }
    cookieOf(req, res, cookie).keep(await sessions.open(account, deviceName(req.get('user-agent') ?? '')))
    res.redirect(303, '/quan-tri/')
  })
  return router
}
