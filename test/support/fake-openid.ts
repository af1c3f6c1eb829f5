import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import express from 'express'
import { listen } from './listen.ts'

export const client = { clientId: 'an-sinh', clientSecret: 'bi-mat-cua-an-sinh' }
const KEY = 'khoa-1'

/** What the provider knows of whoever typed their password there. */
export type Claims = Readonly<Record<string, unknown>>

/**
 * An organisation's identity provider on this machine: discovery, keys, and the code flow with PKCE, as strict as a real
 * one about the client's secret, the verifier and a code's one use. `enters`: somebody signs in there and is sent back.
 */
export async function fakeOpenId() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { readonly asked: URLSearchParams; readonly claims: Claims }>()
  const { app, url, close } = await listen()
  app.get('/.well-known/openid-configuration', (_, res) => {
    res.json({
      ...{ issuer: url, authorization_endpoint: `${url}/vao`, token_endpoint: `${url}/token` },
      ...{ jwks_uri: `${url}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'] },
      id_token_signing_alg_values_supported: ['RS256'],
    })
  })
  app.get('/jwks', (_, res) => {
    res.json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY, alg: 'RS256', use: 'sig' }] })
  })
  app.post('/token', express.urlencoded({ extended: false }), (req, res) => {
    const form = new URLSearchParams(req.body as Record<string, string>) // read as a form the line before
    const known = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    if (!known || !isFair(form, known.asked)) {
      res.status(400).json({ error: 'invalid_grant' })
      return
    }
    const now = Math.floor(Date.now() / 1000)
    const nonce = known.asked.get('nonce')
    const claims = { iss: url, aud: client.clientId, iat: now, exp: now + 300, nonce, ...known.claims }
    const head = `${part({ alg: 'RS256', kid: KEY })}.${part(claims)}`
    const signature = sign('sha256', Buffer.from(head), privateKey).toString('base64url')
    res.json({ access_token: 'x', token_type: 'Bearer', id_token: `${head}.${signature}` })
  })
  return {
    url,
    close,
    /** Where the provider sends them, from where our page sent them. */
    enters(from: string, claims: Claims): URL {
      const asked = new URL(from).searchParams
      const code = randomUUID()
      codes.set(code, { asked, claims })
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()
      return back
    },
  }
}

function isFair(form: URLSearchParams, asked: URLSearchParams): boolean {
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  return (
    form.get('client_id') === client.clientId &&
    form.get('client_secret') === client.clientSecret &&
    form.get('redirect_uri') === asked.get('redirect_uri') &&
    asked.get('code_challenge_method') === 'S256' &&
    asked.get('code_challenge') === challenge
  )
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
