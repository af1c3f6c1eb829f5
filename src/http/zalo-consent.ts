import express, { type Router } from 'express'
import type { Consent, ConsentOutcome } from '../ports.ts'
import { html } from './html.ts'
import { page } from './page.ts'

/** Where Zalo sends an administrator back to: to be registered in its console exactly so. */
export const CONSENT_CALLBACK = '/zalo/cap-quyen/xong'
/** Where an administrator begins, with their ticket. */
export const invitationPath = (ticket: string) => `/zalo/cap-quyen/${ticket}`

/** The page on which an OA's administrator lets us speak for it, and the one Zalo sends them back to. */
export function zaloConsentRoutes(consent: Consent): Router {
  const router = express.Router()
  router.use('/zalo/cap-quyen', (_, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }) // the ticket stands in the address
    next()
  })
  router.get(CONSENT_CALLBACK, async (req, res) => {
    const { code, oa_id: oa, state } = req.query
    if (typeof code !== 'string' || typeof oa !== 'string') {
      res.status(400).type('html').send(outcomePage('refused'))
      return
    }
    const outcome = await consent.finish({ code, oa, state: typeof state === 'string' ? state : undefined })
    res.status(statusOf[outcome]).type('html').send(outcomePage(outcome))
  })
  router.get(invitationPath(':ticket'), async (req, res) => {
    const { ticket } = req.params
    const invitation = typeof ticket === 'string' ? await consent.invite(ticket) : undefined
    if (!invitation) {
      res.status(404).type('html').send(outcomePage('expired'))
      return
    }
    res.type('html').send(invitationPage(invitation))
  })
  return router
}

function invitationPage({
  voice,
  oa,
  url,
}: {
  readonly voice: string
  readonly oa: string
  readonly url: string
}) {
  return page(
    'Cấp quyền cho An Sinh',
    html`<h1>Cấp quyền cho An Sinh trả lời trên Zalo</h1>
      <p>Trang: <strong>${voice}</strong>, mã Official Account ${oa}.</p>
      <p>
        Anh chị đăng nhập Zalo bằng tài khoản quản trị của đúng Official Account này, rồi bấm đồng ý. An Sinh
        chỉ nhận tin người dân gửi đến trang và trả lời thay trang.
      </p>
      <p><a class="call" href="${url}">Sang Zalo để cấp quyền</a></p>
      <p>
        Đường dẫn này dùng một lần, trong một giờ. Muốn thu quyền lại, vào phần ứng dụng liên kết trên trang
        quản trị OA.
      </p>`,
  )
}

const statusOf: Readonly<Record<ConsentOutcome, number>> = {
  granted: 200,
  expired: 410,
  'another-page': 403,
  refused: 400,
  later: 503,
}

const words: Readonly<Record<ConsentOutcome, readonly [title: string, text: string]>> = {
  granted: [
    'Đã cấp quyền',
    'An Sinh đã có quyền trả lời trên trang. Các tin đang chờ sẽ được gửi trong vài phút.',
  ],
  expired: [
    'Đường dẫn đã hết hạn',
    'Đường dẫn này đã dùng rồi hoặc quá một giờ. Anh chị xin người vận hành một đường dẫn mới.',
  ],
  'another-page': [
    'Chưa đúng trang',
    'Quyền vừa cấp là của một Official Account khác nên An Sinh không giữ. Anh chị chọn lại đúng trang, với một đường dẫn mới.',
  ],
  refused: [
    'Zalo chưa cấp quyền',
    'Zalo không nhận lần cấp quyền này. Anh chị làm lại với một đường dẫn mới.',
  ],
  later: [
    'Zalo đang bận',
    'Chưa nói chuyện được với Zalo. Anh chị thử lại sau ít phút, với một đường dẫn mới.',
  ],
}

function outcomePage(outcome: ConsentOutcome): string {
  const [title, text] = words[outcome]
  return page(
    title,
    html`<h1>${title}</h1>
      <p>${text}</p>`,
  )
}
