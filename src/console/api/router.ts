import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express'
import type { z } from 'zod'
import { keepableJson } from '../../conversation/keepable-text.ts'
import type { RateLimit } from '../../ports.ts'
import type { SignedIn } from '../../staff/account.ts'
import { type Area, Download, Refused } from './call.ts'
import type { Row } from './contract.ts'
import { cookieOf, type CookieSettings } from './cookie.ts'
import { deviceName } from './device-name.ts'
import { fromOurPages } from './from-our-pages.ts'

export interface ApiParts {
  readonly areas: readonly Area[]
  readonly signedIn: (token: string) => Promise<SignedIn | undefined>
  readonly cookie: CookieSettings
  /** How often one network address may call. */
  readonly limit: RateLimit
}

const LIMIT = '64kb'

/** The JSON API of the console and the agent's app: one Express route for each row of the areas' contracts. */
export function apiRouter(parts: ApiParts): Router {
  const router = express.Router()
  router.use(calm(parts.limit), fromOurPages)
  for (const { contract, handlers } of parts.areas) {
    for (const [key, row] of Object.entries(contract)) {
      const handle = handlers[key] as Handle | undefined // `area` typed it by this row
      if (!handle) throw new Error(`${key} has no handler`)
      const [method, path] = key.split(' ') as ['GET', string] // RouteKey
      const bound = { row, handle, parts }
      const body = express.json({ limit: row.limit ?? LIMIT, strict: true, reviver: keepableJson })
      router[method.toLowerCase() as 'get'](path, guard(bound), body, (req, res) => answer(bound, req, res))
    }
  }
  router.use((_, res) => refuse(res, new Refused(404, 'Không có địa chỉ này.')))
  router.use(tooLarge)
  return router
}

/** The parser of bodies refuses before any handler is asked. */
const tooLarge: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const isTooLarge = error instanceof Error && 'status' in error && error.status === 413
  if (!isTooLarge) next(error)
  else refuse(res, new Refused(413, 'Nội dung gửi lên quá lớn. Anh/chị chọn tệp nhỏ hơn rồi gửi lại.'))
}

type Handle = (call: object) => Promise<unknown>
interface Bound {
  readonly row: Row
  readonly handle: Handle
  readonly parts: ApiParts
}
interface Locals extends Record<string, unknown> {
  who?: SignedIn | undefined
}

/** Who is it, and may they: before a byte of the body is read. */
function guard({ row, parts }: Bound): RequestHandler {
  return async (req, res: Response<unknown, Locals>, next) => {
    res.set('Cache-Control', 'no-store')
    const { token } = cookieOf(req, res, parts.cookie)
    const who = token === '' ? undefined : await parts.signedIn(token)
    const refused = whyNot(row, who)
    if (refused) {
      refuse(res, refused)
      return
    }
    res.locals.who = who
    next()
  }
}

async function answer(
  { row, handle, parts }: Bound,
  req: Request,
  res: Response<unknown, Locals>,
): Promise<void> {
  try {
    const given = {
      ...{ who: res.locals.who, cookie: cookieOf(req, res, parts.cookie), params: req.params },
      query: row.query && read(row.query, req.query),
      body: row.body && read(row.body, req.body),
      address: req.ip ?? 'unknown',
      device: deviceName(req.get('user-agent') ?? ''),
    }
    send(res, row, await handle(given))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    refuse(res, error)
  }
}

/** Deny by default: only the roles of the row pass. */
function whyNot({ roles }: Row, who: SignedIn | undefined): Refused | undefined {
  if (roles === 'anyone') return undefined
  if (!who) return new Refused(401, 'Anh/chị cần đăng nhập.')
  return roles.includes(who.role)
    ? undefined
    : new Refused(403, 'Tài khoản của anh/chị không có quyền làm việc này.')
}

function read(schema: z.ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given ?? {})
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refused(422, issue?.message ?? 'Dữ liệu chưa đúng.', issue?.path.join('.'))
}

function send(res: Response, row: Row, answered: unknown): void {
  if (answered instanceof Download) {
    res.attachment(answered.name).type(answered.type).send(Buffer.from(answered.bytes))
    return
  }
  res.json(row.answer.parse(answered))
}

function refuse(res: Response, { status, message, field }: Refused): void {
  res.status(status).json({ error: { say: message, ...(field === undefined ? {} : { field }) } })
}

function calm(limit: RateLimit): RequestHandler {
  return async (req, res, next) => {
    if ((await limit.take(req.ip ?? 'unknown')) === 'ok') next()
    else
      refuse(
        res.set('Retry-After', '60'),
        new Refused(429, 'Có quá nhiều yêu cầu. Anh/chị chờ một phút rồi thử lại.'),
      )
  }
}
