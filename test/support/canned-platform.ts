import express, { type Response } from 'express'
import { listen } from './listen.ts'

interface Recorded {
  readonly path: string
  readonly query: unknown
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}

type Answer = { readonly status: number; readonly body: unknown } | 'never' | 'hang-up'

/** A platform that records what it is asked and answers what it is told to, in order; then with the last again. */
export async function cannedPlatform(...answers: Answer[]) {
  const server = await listen()
  const requests: Recorded[] = []
  const body = express.json()
  const form = express.urlencoded({ extended: false })
  const upload = express.raw({ type: 'multipart/form-data', limit: '10mb' })
  server.app.use(body, form, upload, (req, res) => {
    requests.push({
      path: req.path,
      query: { ...req.query },
      headers: req.headers,
      body: req.body as unknown,
    })
    give(answers[Math.min(requests.length, answers.length) - 1], res)
  })
  return { url: server.url, requests, close: () => server.close() }
}

function give(answer: Answer | undefined, res: Response): void {
  if (answer === 'never') return
  if (answer === undefined || answer === 'hang-up') res.req.socket.destroy()
  else if (typeof answer.body === 'string') res.status(answer.status).type('html').send(answer.body)
  else res.status(answer.status).json(answer.body)
}
