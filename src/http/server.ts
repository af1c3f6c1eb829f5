import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express'
import helmet from 'helmet'
import { createServer, type Server } from 'node:http'

/** A part of the site and where it hangs. */
export interface Mounted {
  readonly at: string
  readonly router: Router
}

export interface SiteOptions {
  readonly parts: readonly Mounted[]
  /** Folders of static files, by path. */
  readonly assets: readonly { readonly at: string; readonly folder: string }[]
  /** How many proxies stand in front: so many last addresses of X-Forwarded-For are theirs, not the caller's. */
  readonly trustProxy: number
  /** Hears of a request that failed; never given what a person typed. */
  readonly failed: (path: string, error: unknown) => void
}

/** The Express application: strict headers, static assets, the parts in order, and a JSON answer for every error. */
export function site({ parts, assets, trustProxy, failed }: SiteOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.set('query parser', 'simple')
  app.use(headers())
  app.use(noNulInAddress)
  for (const { at, folder } of assets) app.use(at, express.static(folder, { maxAge: '1h', index: false }))
  for (const { at, router } of parts) app.use(at, router)
  app.use((_, res) => void res.status(404).json({ error: 'not found' }))
  app.use(onError(failed))
  return app
}

/** Every router may then look up what stands in an address: PostgreSQL refuses U+0000 as a broken request. */
const noNulInAddress: RequestHandler = (req, res, next) => {
  if (/%00/.test(req.url)) res.status(400).json({ error: 'bad request' })
  else next()
}

function headers() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  })
}

/** A body too large or malformed is the caller's fault (4xx); everything else is ours (500), without details. */
function onError(failed: SiteOptions['failed']): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    if (status >= 500) failed(req.path, error)
    res.status(status).json({ error: status >= 500 ? 'not available now' : 'bad request' })
  }
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 500
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

/** Listens, and answers the server once the port is really ours. */
export function listen(app: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(app)
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}
