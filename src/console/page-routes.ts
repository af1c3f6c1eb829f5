import express, { type Request, type Response, type Router } from 'express'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { html } from '../http/html.ts'
import { page } from '../http/page.ts'
import { packedFor, packedTwins } from './packed-files.ts'

/** The component library sets styles from scripts, so these pages alone allow inline styles; scripts stay our own files. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join(';')

const NOT_BUILT = page(
  'Chưa dựng trang',
  html`<h1>Trang quản trị chưa được dựng</h1>
    <p>
      Người vận hành chạy <code>npm run build</code> (cần đủ các gói phát triển: <code>npm ci</code>) rồi mở
      lại.
    </p>`,
)

/** The built pages in `folder`: `/quan-tri/…` the console, `/app/…` the agent's app, `/trang/…` their files. */
export function pageRoutes(folder: string): Router {
  const router = express.Router()
  const shell = (name: string) => (req: Request, res: Response) => sendShell(req, res, join(folder, name))
  router.use(
    '/trang',
    packedTwins(join(folder, 'trang')),
    express.static(join(folder, 'trang'), { immutable: true, maxAge: '365d', index: false }),
  )
  router.get('/app', (req, res, next) => {
    if (req.path === '/app')
      res.redirect(308, '/app/') // the app's own scope begins with the slash
    else next()
  })
  router.get(['/app/sw.js', '/app/manifest.webmanifest', '/app/files.json'], (req, res) => {
    const file = join(folder, req.path)
    const end = packedFor(req, res, file)
    res.set('Cache-Control', 'no-cache').sendFile(file + end, { cacheControl: false }, (error) => {
      if (error && !res.headersSent) res.sendStatus(404)
    })
  })
  router.use('/app/icons', express.static(join(folder, 'app', 'icons'), { maxAge: '7d', index: false }))
  router.get(['/quan-tri', '/quan-tri/{*rest}'], shell('console.html'))
  router.get('/app/{*rest}', shell('app.html'))
  return router
}

/** The same page for every address below: what to show is decided in the browser, what it may see by the API. */
function sendShell(req: Request, res: Response, file: string): void {
  if (!existsSync(file)) {
    res.status(503).type('html').send(NOT_BUILT)
    return
  }
  res.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-cache' })
  res.sendFile(file + packedFor(req, res, file), { cacheControl: false })
}
