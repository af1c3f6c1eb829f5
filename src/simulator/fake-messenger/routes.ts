import { createHmac } from 'node:crypto'
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { NextAnswer } from '../fake-platform/fake-platform.ts'
import type { NextAnswers } from '../fake-platform/next-answers.ts'
import { fileIn, formIn, multipart } from '../fake-platform/pictures.ts'
import type { MessengerCore } from './core.ts'
import { newMid } from './events.ts'
import { type GraphError, type PageMessage, readPageMessage } from './send-rules.ts'

/** The Send API of one Page, to be mounted where the Graph version would stand. */
export function messengerRoutes(core: MessengerCore, next: NextAnswers, nextUploads: NextAnswers): Router {
  const router = express.Router()
  router.post('/:page/messages', express.json({ limit: '64kb' }), (req, res) => answer(core, next, req, res))
  threadRoutes(router, core)
  uploadRoutes(router, core, nextUploads)
  router.post('/me/messenger_profile', express.json({ limit: '64kb' }), (req, res) => {
    const refused = callError(core, req) ?? profileError(req.body)
    if (refused) return refuse(res, refused)
    core.profile.set = req.body as object
    res.json({ result: 'success' })
  })
  return router
}

const MEGABYTE = 1_000_000
const uploadBody = z.object({
  attachment: z.object({ type: z.literal('image'), payload: z.object({ is_reusable: z.literal(true) }) }),
})

/** `POST /{page}/message_attachments`: a picture up to 8 MB beside a `message` that says it may be used again. */
function uploadRoutes(router: Router, core: MessengerCore, next: NextAnswers): void {
  core.pictures.serve(router)
  router.post('/:page/message_attachments', multipart, async (req, res) => {
    const planned = next.take()
    if (planned?.kind === 'status') return void res.status(planned.status).send('<html>fake</html>')
    if (planned?.kind === 'error') return refuse(res, { ...planned, message: `(#${planned.code}) planned` })
    if (planned) return loseAnswer(planned, req)
    const form = await formIn(req)
    const wanted = uploadBody.safeParse(readJson(form?.get('message')))
    const file = wanted.success ? await fileIn(form, 'filedata') : undefined
    const kept = { at: core.options.now(), base: req.baseUrl, most: 8 * MEGABYTE }
    const refused = callError(core, req)
    const id = !refused && file ? core.pictures.add(file, kept) : undefined
    if (id === undefined) refuse(res, refused ?? { code: 100, message: '(#100) Invalid attachment' })
    else res.json({ attachment_id: id })
  })
}

function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

const threadBody = z.object({
  recipient: z.object({ id: z.string().min(1) }),
  target_app_id: z.literal('263902037430900').optional(), // the page's own inbox is the only other app here
})

function threadRoutes(router: Router, core: MessengerCore): void {
  for (const what of ['pass', 'take'] as const) {
    router.post(`/:page/${what}_thread_control`, express.json({ limit: '64kb' }), (req, res) => {
      const read = threadBody.safeParse(req.body)
      const refused = callError(core, req)
      if (refused) return refuse(res, refused)
      if (!read.success || (what === 'pass') !== (read.data.target_app_id !== undefined))
        return refuse(res, { code: 100, message: '(#100) Invalid parameter' })
      const { id } = read.data.recipient
      if (what === 'pass') core.passed.add(id)
      else core.passed.delete(id)
      res.json({ success: true })
    })
  }
}

/** A menu needs Get Started; four questions at most; a greeting of 160 characters. */
function profileError(body: unknown): GraphError | undefined {
  const read = profileShape.safeParse(body)
  return read.success ? undefined : { code: 100, message: '(#100) Invalid messenger profile' }
}

const actions = (most: number) => z.array(z.object({ call_to_actions: z.array(z.looseObject({})).max(most) }))
const profileShape = z.object({
  get_started: z.object({ payload: z.string() }),
  greeting: z.array(z.object({ text: z.string().refine((text) => [...text].length <= 160) })),
  ice_breakers: actions(4),
  persistent_menu: actions(20),
})

function answer(core: MessengerCore, next: NextAnswers, req: Request, res: Response): void {
  const planned = next.take()
  if (planned?.kind === 'status') return void res.status(planned.status).send('<html>fake</html>')
  if (planned?.kind === 'error') return refuse(res, { ...planned, message: `(#${planned.code}) planned` })
  if (planned && !planned.delivered) return loseAnswer(planned, req)
  const message = callError(core, req) ?? readPageMessage(req.body, core, core.options.now())
  if ('code' in message) return refuse(res, message)
  if (core.passed.has(message.userId)) return refuse(res, notOurThread)
  const message_id = deliver(core, message)
  if (planned) loseAnswer(planned, req)
  else res.json({ recipient_id: message.userId, message_id })
}

const notOurThread: GraphError = {
  code: 10,
  subcode: 2_018_300,
  message: '(#10) Message failed to send because another app is controlling this thread now.',
}

function loseAnswer({ kind }: NextAnswer, req: Request): void {
  if (kind === 'hang-up') req.socket.destroy()
}

function refuse(res: Response, { code, subcode, message }: GraphError): void {
  const error_subcode = subcode !== undefined && { error_subcode: subcode }
  res
    .status(400)
    .json({ error: { message, type: 'OAuthException', code, ...error_subcode, fbtrace_id: 'AFake' } })
}

function callError({ options }: MessengerCore, req: Request): GraphError | undefined {
  const { pageId, pageToken, appSecret, requireProof } = options
  if (req.query['access_token'] !== pageToken) {
    return { code: 190, subcode: 460, message: 'Error validating access token' }
  }
  const proof = createHmac('sha256', appSecret).update(pageToken).digest('hex')
  if (requireProof && req.query['appsecret_proof'] !== proof) {
    return { code: 100, message: 'API calls from the server require an appsecret_proof argument' }
  }
  const { page = 'me' } = req.params
  const isOurs = page === pageId || page === 'me'
  return isOurs ? undefined : { code: 100, subcode: 33, message: 'Unsupported post request.' }
}

/** Shows it on the person's phone, then reports the echo and the receipt. */
function deliver({ options, people, webhooks, events }: MessengerCore, message: PageMessage): string {
  const { userId, text, buttons, metadata, picture: url } = message
  const ours = metadata !== undefined && { metadata }
  const seen = url === undefined ? {} : { picture: url }
  const mid = newMid()
  people.add(userId, { id: mid, from: 'page', text, buttons, ...seen, mark: 'delivered' })
  if (options.echoes) {
    const what = url === undefined ? { text } : { attachments: [{ type: 'image', payload: { url } }] }
    void webhooks.post(userId, events.echo(userId, { mid, ...what, ...ours }))
  }
  if (options.receipts) {
    const delivery = { mids: [mid], watermark: options.now().getTime() }
    void webhooks.post(userId, events.fromUser(userId, { delivery }))
  }
  return mid
}
