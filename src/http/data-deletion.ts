import express, { type Router } from 'express'
import type { DataRequests } from '../ports.ts'
import { html } from './html.ts'
import { page } from './page.ts'

/** What the callback needs of the rest: who signed, the register, and how its days are said. */
export interface DataDeletion {
  /** Who wants to be forgotten and since when; undefined when Meta did not sign it. */
  readonly read: (signedRequest: string) => { readonly userId: string; readonly issuedAt: Date } | undefined
  readonly pages: () => readonly string[] // ids of our Messenger pages
  readonly requests: DataRequests
  /** The last day to be done for a request of that instant: "ngày 10/12/2026". */
  readonly doneBy: (askedAt: Date) => string
  readonly dayOf: (instant: Date) => string
  readonly publicUrl: string
  readonly refused: () => void
}

/** Meta's data-deletion callback, `POST /`, and the page where a person sees how far it is, `GET /:code`. */
export function dataDeletion(parts: DataDeletion): Router {
  const router = express.Router()
  router.post('/', express.urlencoded({ extended: false, limit: '16kb' }), async (req, res) => {
    const { signed_request: signed } = (req.body ?? {}) as Readonly<Record<string, unknown>> // a form: text by name
    const asked = typeof signed === 'string' ? parts.read(signed) : undefined
    if (!asked) {
      parts.refused()
      return void res.status(400).json({ error: 'bad request' })
    }
    const { userId: subject, issuedAt: askedAt } = asked
    const mayBe = parts.pages().map((desk) => ({ channel: 'messenger', desk, id: subject }) as const)
    const code = await parts.requests.register({ source: 'meta-callback', subject, askedAt, mayBe })
    res.json({ url: `${parts.publicUrl}/xoa-du-lieu/${code}`, confirmation_code: code })
  })
  router.get('/:code', async (req, res) => {
    const request = await parts.requests.find(req.params.code)
    res
      .status(request ? 200 : 404)
      .type('html')
      .send(request ? statusPage(parts, request) : unknownPage)
  })
  return router
}

type Request = NonNullable<Awaited<ReturnType<DataRequests['find']>>>

function statusPage({ dayOf, doneBy }: DataDeletion, { code, askedAt, doneAt }: Request): string {
  const state =
    doneAt === undefined
      ? html`<p>Đang xử lý. Chúng tôi làm xong chậm nhất ${doneBy(askedAt)}.</p>`
      : html`<p>Đã xoá xong ${dayOf(doneAt)}. Chúng tôi không còn giữ cuộc trò chuyện của bác.</p>`
  return page(
    'Yêu cầu xoá dữ liệu',
    html`<h1>Yêu cầu xoá dữ liệu</h1>
      <p>Mã yêu cầu: <strong>${code}</strong>. Nhận ${dayOf(askedAt)}.</p>
      ${state}
      <p>
        Bác giữ mã này để hỏi lại khi cần. Chúng tôi giữ gì và bao lâu:
        <a href="/privacy">Dữ liệu của bác</a>.
      </p>`,
  )
}

const unknownPage = page(
  'Yêu cầu xoá dữ liệu',
  html`<h1>Không thấy mã này</h1>
    <p>Bác xem lại mã yêu cầu giúp chúng tôi. Mã có mười hai chữ và số.</p>`,
)
