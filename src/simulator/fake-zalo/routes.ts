import express, { type Response, type Router } from 'express'
import type { NextAnswers } from '../fake-platform/next-answers.ts'
import type { Pictures } from '../fake-platform/pictures.ts'
import { answerNext } from './answer-next.ts'
import { zaloErrorTexts } from './cs-rules.ts'
import type { FakeZaloConsents } from './consents.ts'
import type { ZaloCore } from './core.ts'
import type { ZaloDeliveries } from './deliveries.ts'
import { noticeErrorTexts } from './notices.ts'
import type { ZaloHabits } from './options.ts'
import { profileRoutes } from './profiles.ts'
import type { FakeZaloTokens } from './tokens.ts'
import { uploadRoutes } from './uploads.ts'

/** What the routes need of the fake. */
export interface ZaloDesk {
  readonly options: ZaloHabits
  readonly consents: FakeZaloConsents
  readonly tokens: FakeZaloTokens
  readonly deliveries: ZaloDeliveries
  readonly nextMessages: NextAnswers
  readonly nextNotices: NextAnswers
  readonly nextUploads: NextAnswers
  readonly nextAsks: NextAnswers
  readonly pictures: Pictures
  readonly people: ZaloCore['people']
  readonly strangers: ZaloCore['strangers']
}

/** The token endpoint, customer-service messages and templates by phone, all on one router. */
export function zaloRoutes(desk: ZaloDesk): Router {
  const router = express.Router()
  const json = express.json({ limit: '64kb' })
  const isWithinRate = callsPerMinute(desk.options)

  oauthRoutes(router, desk)
  profileRoutes(router, desk, (token) => desk.tokens.complaint(token))
  uploadRoutes(router, desk, (token) => desk.tokens.complaint(token))

  router.post('/v3.0/oa/message/cs', json, (req, res) => {
    const complaint = isWithinRate(res) ? desk.tokens.complaint(req.get('access_token')) : -32
    const work = () => desk.deliveries.told(complaint ?? desk.deliveries.sendMessage(req.body))
    answerNext(desk.nextMessages.take(), { req, res, work, texts: zaloErrorTexts })
  })

  router.post('/v3.0/oa/message/template', json, (req, res) => {
    const complaint = isWithinRate(res) ? desk.tokens.complaint(req.get('access_token')) : -32
    const work = () => desk.deliveries.told(complaint ?? desk.deliveries.sendToPerson(req.body))
    answerNext(desk.nextMessages.take(), { req, res, work, texts: zaloErrorTexts })
  })

  router.post('/message/template', json, (req, res) => {
    const isDead = desk.tokens.complaint(req.get('access_token')) !== undefined
    const work = () => (isDead ? -124 : desk.deliveries.sendNotice(req.body))
    answerNext(desk.nextNotices.take(), { req, res, work, texts: noticeErrorTexts })
  })
  return router
}

/** Consent, tokens, and whose a token is. */
function oauthRoutes(router: Router, desk: ZaloDesk): void {
  router.get('/v4/oa/permission', (req, res) => {
    const next = desk.consents.permit(req.query)
    if (typeof next === 'string') res.redirect(next)
    else
      res.json({ error_name: 'Invalid redirect uri', error_description: 'Invalid redirect uri', error: next })
  })

  router.get('/v2.0/oa/getoa', (req, res) => {
    const complaint = desk.tokens.complaint(req.get('access_token'))
    const { oaId } = desk.tokens
    if (complaint !== undefined) res.json({ error: complaint, message: zaloErrorTexts[complaint] })
    else
      res.json({
        data: { oaid: oaId, oa_id: oaId, name: 'BHXH', is_verified: true },
        error: 0,
        message: 'Success',
      })
  })

  router.post('/v4/oa/access_token', express.urlencoded({ extended: false }), (req, res) => {
    const answer = desk.tokens.exchange(req.get('secret_key'), req.body)
    if (answer === 'drop') req.socket.destroy()
    else res.status(answer.status).json(answer.body)
  })
}

/** Counts calls in whole minutes and sets the two headers Zalo shows on every answer. */
function callsPerMinute({ callsPerMinute: limit, now }: ZaloHabits): (res: Response) => boolean {
  let minute = 0
  let used = 0
  return (res) => {
    const current = Math.floor(now().getTime() / 60_000)
    used = current === minute ? used + 1 : 1
    minute = current
    res.set({ 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remain': String(Math.max(0, limit - used)) })
    return used <= limit
  }
}
