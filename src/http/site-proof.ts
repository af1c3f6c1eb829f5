import express, { type Router } from 'express'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** Zalo's proof that the domain is ours: the file its console gave, at the root, as it is. */
export function siteProof(file: string): Router {
  const router = express.Router()
  const content = readFileSync(file)
  router.get(`/${basename(file)}`, (_, res) => void res.type('html').send(content))
  return router
}
