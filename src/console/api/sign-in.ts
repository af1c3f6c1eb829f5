import { redeemCode, redeemLink, sendCode } from '../sign-in/code-sign-in.ts'
import { passwordSignIn } from '../sign-in/password-sign-in.ts'
import { finishSetUp, lookAtSetUp } from '../sign-in/set-up.ts'
import type { SignInParts } from '../sign-in/sign-in-parts.ts'
import { type Area, area, done, type Handlers, type SessionCookie } from './call.ts'
import { idIn } from './path-id.ts'
import { signInContract } from './sign-in-contract.ts'

interface Browser {
  readonly cookie: SessionCookie
  readonly device: string
}

/** Signing in and out, the set-up link, and one's own devices. */
export function signInArea(parts: SignInParts): Area {
  const { sessions } = parts
  const letIn = async (account: string, { cookie, device }: Browser) =>
    cookie.keep(await sessions.open(account, device))
  return area(signInContract, {
    'GET /me': async ({ who }) => ({ me: who, federated: parts.federation !== undefined }),
    'POST /sign-in': async (call) => {
      const answer = await passwordSignIn(parts, { ...call.body, address: call.address })
      if (answer === 'code') return { next: 'code' as const }
      await letIn(answer.account, call)
      return { next: 'in' as const }
    },
    'POST /sign-in/phone': ({ body, address }) => sendCode(parts, body.to, address),
    'POST /sign-in/code': async (call) => {
      await letIn(await redeemCode(parts, { ...call.body, address: call.address }), call)
      return done
    },
    'POST /sign-in/link': async (call) => {
      await letIn(await redeemLink(parts, call.body.link, call.address), call)
      return done
    },
    'POST /set-up/look': ({ body, address }) => lookAtSetUp(parts, body.token, address),
    'POST /set-up': async (call) => {
      await letIn(await finishSetUp(parts, { ...call.body, address: call.address }), call)
      return done
    },
    ...deviceHandlers(parts),
  })
}

type DeviceKey = 'POST /sign-out' | 'POST /sign-out/everywhere' | 'GET /devices' | 'DELETE /devices/:id'

function deviceHandlers({ sessions }: SignInParts): Pick<Handlers<typeof signInContract>, DeviceKey> {
  return {
    'POST /sign-out': async ({ who, cookie }) => {
      await sessions.end(who.id, who.session)
      cookie.drop()
      return done
    },
    'POST /sign-out/everywhere': async ({ who, cookie }) => {
      await sessions.endAll(who.id)
      cookie.drop()
      return done
    },
    'GET /devices': async ({ who }) => {
      const devices = await sessions.list(who.id)
      return { devices: devices.map((one) => ({ ...one, isThis: one.id === who.session })) }
    },
    'DELETE /devices/:id': async ({ who, params }) => {
      await sessions.end(who.id, idIn(params, 'Thiết bị này đã đăng xuất rồi.'))
      return done
    },
  }
}
