import type { Request, RequestHandler, Response } from 'express'
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'

const packings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** The ending of the packed twin to send ('' for the file itself); the build lays twins beside the files of text. */
export function packedFor(req: Request, res: Response, file: string): string {
  res.vary('Accept-Encoding')
  const found = packings.find(([name, end]) => req.acceptsEncodings(name) === name && existsSync(file + end))
  if (!found) return ''
  res.set('Content-Encoding', found[0]).type(extname(file))
  return found[1]
}

/** Before `express.static(folder)`: whoever can unpack gets the packed twin of what they ask for. */
export function packedTwins(folder: string): RequestHandler {
  return (req, res, next) => {
    const isPlain = /^\/[\w./-]+$/.test(req.path) && !req.path.includes('..')
    if (isPlain) req.url = req.path + packedFor(req, res, join(folder, req.path))
    next()
  }
}
