import type { Response } from 'express'

/** Server-sent events to one browser. */
export interface Stream {
  send(event: string, body: object): void
  close(): void
}

const KEEP_ALIVE_MS = 20_000

export function openStream(res: Response): Stream {
  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', Connection: 'keep-alive' })
  res.flushHeaders()
  const beat = setInterval(() => void res.write(': \n\n'), KEEP_ALIVE_MS).unref()
  return {
    send: (event, body) => void res.write(`event: ${event}\ndata: ${JSON.stringify(body)}\n\n`),
    close() {
      clearInterval(beat)
      res.end()
    },
  }
}
