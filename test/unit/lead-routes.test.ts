import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { leadRoutes } from '../../src/console/lead-routes.ts'
import type { LeadView } from '../../src/leads/lead.ts'
import type { AgentDesk } from '../../src/leads/agent-desk.ts'
import { serve } from '../support/serve.ts'

const lead: LeadView = {
  code: 'AS-7K2M',
  state: 'offered',
  addressAs: 'cô Lan <b>',
  forWhom: 'self',
  commune: 'Xã Yên Thành',
  programme: 'voluntary',
  bestTime: 'morning',
  acceptBefore: new Date('2026-11-24T08:00:00Z'),
  callBefore: new Date('2026-11-25T02:00:00Z'),
  notReached: 0,
  explained: ['Mức đóng thấp nhất'],
  history: [],
}

/** A desk in memory: one link, one code, one lead. */
function desk(): AgentDesk & { readonly calls: string[] } {
  const calls: string[] = []
  let now: LeadView = lead
  let spent = false
  const mine = (session: string) => (session === 'secret' ? now : undefined)
  return {
    calls,
    link: (token) =>
      Promise.resolve(
        token === 'good' ? { state: spent ? 'used' : 'valid', phoneEnds: '101' } : { state: 'unknown' },
      ),
    sendCode: (token) => Promise.resolve(token === 'good' && !spent ? 'sent' : 'not-valid'),
    redeem: (_, code) => {
      if (code !== '123456') return Promise.resolve('wrong')
      spent = true
      return Promise.resolve({ session: 'secret' })
    },
    view: (session) => Promise.resolve(mine(session)),
    accept: (session) => {
      if (mine(session)) now = { ...lead, state: 'accepted', phone: '+84900000001' }
      return Promise.resolve(mine(session))
    },
    decline: (session, reason) => {
      calls.push(`decline ${reason}`)
      return Promise.resolve(mine(session))
    },
    close: (session, outcome) => {
      calls.push(`close ${outcome.kind}`)
      return Promise.resolve(mine(session))
    },
  }
}

describe('the agent opens one lead from a link', () => {
  let base = ''
  let close: () => Promise<unknown>
  let fake: ReturnType<typeof desk>
  beforeEach(async () => {
    fake = desk()
    const server = await serve({ parts: [{ at: '/dai-ly', router: leadRoutes(fake, false) }] })
    base = server.url
    close = server.close
  })
  afterEach(() => close())

  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${base}/dai-ly${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers,
      redirect: 'manual',
    })
  const cookie = { cookie: 'phieu=secret' }

  test('looking at the link shows nothing personal, only where the code goes', async () => {
    const text = await (await fetch(`${base}/dai-ly/good`)).text()
    expect(text).toContain('101')
    expect(text).not.toContain('Lan')
  })

  test('an unknown link is gone, and says what to do', async () => {
    const answer = await fetch(`${base}/dai-ly/bad`)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('Không tìm thấy liên kết')
  })

  test('a wrong code asks again; the right one binds this browser with an unreadable cookie', async () => {
    expect((await post('/good/vao', { code: '000000' })).status).toBe(422)
    const right = await post('/good/vao', { code: '123456' })
    expect(right.status).toBe(303)
    expect(right.headers.get('set-cookie')).toMatch(/^phieu=secret;.*Path=\/dai-ly;.*HttpOnly;.*SameSite=Lax/)
  })

  test('without the cookie there is no lead', async () => {
    expect((await fetch(`${base}/dai-ly`)).status).toBe(401)
  })

  test('the phone shows only after accepting, and what a citizen typed is never markup', async () => {
    const before = await (await fetch(`${base}/dai-ly`, { headers: cookie })).text()
    expect(before).toContain('cô Lan &lt;b&gt;')
    expect(before).not.toContain('+84900000001')
    await post('/nhan', {}, cookie)
    expect(await (await fetch(`${base}/dai-ly`, { headers: cookie })).text()).toContain('tel:+84900000001')
  })

  test('an outcome is written down; one that does not exist is not', async () => {
    await post('/ket-qua', { outcome: 'advised' }, cookie)
    await post('/ket-qua', { outcome: 'bribed' }, cookie)
    expect(fake.calls).toEqual(['close advised'])
  })

  test('declining needs a reason', async () => {
    await post('/tu-choi', { reason: ' ' }, cookie)
    await post('/tu-choi', { reason: 'đang đi công tác' }, cookie)
    expect(fake.calls).toEqual(['decline đang đi công tác'])
  })

  test("another site's form is refused", async () => {
    expect((await post('/nhan', {}, { ...cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('/nhan', {}, { ...cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})
