import type { IncomingHttpHeaders } from 'node:http'
import type { InboundRequest } from '../ports.ts'

/** Cuts a webhook call loose from Express: raw bytes and a header look-up that ignores case. */
export function inboundRequest(rawBody: Buffer, headers: IncomingHttpHeaders): InboundRequest {
  return {
    rawBody,
    header(name) {
      const value = headers[name.toLowerCase()]
      return Array.isArray(value) ? value[0] : value
    },
  }
}
