import type { RequestHandler } from 'express'
import type { RateLimit } from '../ports.ts'
import { html } from './html.ts'
import { page } from './page.ts'

const SLOW_DOWN = page(
  'Chờ một phút',
  html`<h1>Anh/chị chờ một phút rồi mở lại nhé</h1>
    <p>Có quá nhiều lượt mở trang từ mạng này. Không có gì bị mất.</p>`,
)

/**
 * Above its budget a network address is answered 429 with a kind page. Behind a proxy the address is only right
 * when TRUST_PROXY is; that is why webhooks do not pass here: all of a platform comes from a few addresses.
 */
export function addressLimit(limit: RateLimit): RequestHandler {
  return async (req, res, next) => {
    if ((await limit.take(req.ip ?? 'unknown')) === 'ok') next()
    else res.status(429).set('Retry-After', '60').type('html').send(SLOW_DOWN)
  }
}
