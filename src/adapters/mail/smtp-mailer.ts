import { createTransport } from 'nodemailer'
import type { Mailer } from '../../staff/ports.ts'

const WITHIN_MS = 15_000

/**
 * Plain text through the organisation's own mail server (`smtp://user:password@host:587`). A password goes only over TLS,
 * or to this very machine; an address that says `?requireTLS=false` knows better.
 */
export function smtpMailer(url: string, from: string, failed: (why: string) => void): Mailer {
  const { hostname, password } = new URL(url)
  const requireTLS = password !== '' && !['127.0.0.1', 'localhost'].includes(hostname)
  const server = createTransport({ url, requireTLS }, { from })
  return {
    async send({ to, subject, text }) {
      try {
        await within(WITHIN_MS, server.sendMail({ to, subject, text }))
        return true
      } catch (error) {
        failed(error instanceof Error && 'code' in error ? String(error.code) : 'unknown') // never the address
        return false
      }
    },
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('late')), ms)
    work.then(resolve, reject).finally(() => clearTimeout(late))
  })
}
