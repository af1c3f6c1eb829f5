import type { Request, Response } from 'express'
import type { NextAnswer } from '../fake-platform/fake-platform.ts'

interface Call {
  readonly req: Request
  readonly res: Response
  readonly work: () => object | number
  readonly texts: Readonly<Record<number, string>>
}

/** What was put in line, or the work. */
export function answerNext(next: NextAnswer | undefined, { req, res, work, texts }: Call): void {
  if (next?.kind === 'status') return void res.status(next.status).send('<html>fake</html>')
  if (next?.kind === 'hang-up' || next?.kind === 'silence') {
    if (next.delivered) work()
    if (next.kind === 'hang-up') req.socket.destroy()
    return
  }
  const done = next ? next.code : work()
  if (typeof done === 'object') res.json({ data: done, error: 0, message: 'Success' })
  else res.json({ error: done, message: texts[done] ?? 'Error' }) // HTTP 200: that is how Zalo says no
}
