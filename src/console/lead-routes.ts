import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { keepableText } from '../conversation/keepable-text.ts'
import { outcomes, type LeadOutcome, type LeadView, type Outcome } from '../leads/lead.ts'
import type { AgentDesk, LinkState } from '../leads/agent-desk.ts'
import { codePage, leadPage, linkPage, noticePage } from './lead-pages.ts'
import { keepLeadSession, leadSession, sameOriginOnly } from './lead-session.ts'

const closed: Readonly<Record<Exclude<LinkState, 'valid'>, string>> = {
  used: 'Liên kết này đã được mở trên một máy khác hoặc đã dùng. Nếu không phải anh/chị mở, báo ngay cho cán bộ BHXH phụ trách.',
  expired: 'Liên kết chỉ dùng trong 24 giờ và đã hết hạn. Phiếu được chuyển cho cán bộ phụ trách.',
  unknown: 'Không tìm thấy liên kết này. Anh/chị kiểm tra lại tin nhắn vừa nhận.',
}
const refusedCode = {
  'too-many': 'Anh/chị đã xin mã nhiều lần. Chờ ít phút rồi thử lại.',
  'not-sent': 'Chưa gửi được mã vào Zalo. Anh/chị thử lại sau ít phút.',
} as const

const DAY_MS = 24 * 3_600_000
const codeForm = z.object({ code: z.string().trim().max(12) })
const reasonForm = z.object({
  reason: z.string().transform(keepableText).pipe(z.string().trim().min(1).max(200)),
})
const outcomeForm = z.object({ outcome: z.enum(outcomes) })

/** The agent's way to one lead: link → code → accept → call → outcome. Plain forms: they work on a weak line. */
export function leadRoutes(desk: AgentDesk, secure: boolean): Router {
  const router = express.Router()
  router.use(sameOriginOnly, express.urlencoded({ extended: false, limit: '4kb' }))
  router.use((_, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })

  router.get('/', async (req, res) => show(res, await desk.view(leadSession(req))))
  router.post('/nhan', async (req, res) => done(res, await desk.accept(leadSession(req))))
  router.post('/tu-choi', async (req, res) => {
    const form = reasonForm.safeParse(req.body)
    done(res, form.success ? await desk.decline(leadSession(req), form.data.reason) : undefined)
  })
  router.post('/ket-qua', async (req, res) => {
    const form = outcomeForm.safeParse(req.body)
    done(res, form.success ? await desk.close(leadSession(req), outcomeOf(form.data.outcome)) : undefined)
  })
  router.get('/:token', (req, res) => openLink(desk, req, res))
  router.post('/:token/ma', (req, res) => sendCode(desk, req, res))
  router.post('/:token/vao', (req, res) => redeem(desk, req, res, secure))
  return router
}

/** This page has one tap an outcome: whoever is to be called again is, at the latest tomorrow. */
function outcomeOf(kind: LeadOutcome): Outcome {
  return kind === 'call-again' ? { kind, at: new Date(Date.now() + DAY_MS) } : { kind }
}

/** Only shows; looking spends nothing, so a messenger's link preview does no harm. */
async function openLink(desk: AgentDesk, req: Request<{ token: string }>, res: Response): Promise<void> {
  const { token } = req.params
  const { state, phoneEnds } = await desk.link(token)
  if (state === 'valid') res.send(linkPage(token, phoneEnds ?? '•••'))
  else if (state === 'used' && (await desk.view(leadSession(req)))) res.redirect(303, '/dai-ly')
  else res.status(410).send(noticePage('Không mở được liên kết', closed[state]))
}

async function sendCode(desk: AgentDesk, req: Request<{ token: string }>, res: Response): Promise<void> {
  const { token } = req.params
  const sent = await desk.sendCode(token)
  if (sent === 'not-valid') res.redirect(303, `/dai-ly/${encodeURIComponent(token)}`)
  else res.send(codePage(token, sent === 'sent' ? undefined : refusedCode[sent]))
}

async function redeem(
  desk: AgentDesk,
  req: Request<{ token: string }>,
  res: Response,
  secure: boolean,
): Promise<void> {
  const { token } = req.params
  const form = codeForm.safeParse(req.body)
  const answer = form.success ? await desk.redeem(token, form.data.code) : 'wrong'
  if (typeof answer === 'object') {
    keepLeadSession(res, answer.session, secure)
    res.redirect(303, '/dai-ly')
  } else if (answer === 'wrong') {
    res.status(422).send(codePage(token, 'Mã chưa đúng. Anh/chị xem lại tin nhắn mới nhất.'))
  } else {
    res
      .status(410)
      .send(noticePage('Không mở được liên kết', closed[answer === 'locked' ? 'used' : 'expired']))
  }
}

function show(res: Response, lead: LeadView | undefined): void {
  if (lead) res.send(leadPage(lead))
  else
    res.status(401).send(noticePage('Cần mở lại từ tin nhắn', 'Anh/chị mở liên kết trong tin nhắn mới nhất.'))
}

/** After a tap: back to the page by GET, so that reloading repeats nothing. */
function done(res: Response, lead: LeadView | undefined): void {
  if (lead) res.redirect(303, '/dai-ly')
  else show(res, undefined)
}
