import { afterAll, beforeAll, expect, test } from 'vitest'
import { smtpMailer } from '../../src/adapters/mail/smtp-mailer.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { fakeSmtp } from '../support/fake-smtp.ts'
import { describeOnBothStores, movableClock, openTestStore, type TestPlace } from '../support/store.ts'

const from = 'An Sinh <ansinh@example.vn>'

await describeOnBothStores('codes by e-mail', (newPlace) => {
  let place: TestPlace
  let store: Store
  const clock = movableClock()
  beforeAll(async () => {
    place = await newPlace()
    store = await openTestStore(place.place, clock)
  }, 180_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })
  const siteBy = (url: string, failures: string[] = []) =>
    consoleSite(store, clock, { signIn: { mailer: smtpMailer(url, from, (why) => failures.push(why)) } })
  const asks = (site: Awaited<ReturnType<typeof siteBy>>, to: string) =>
    site.call('POST /sign-in/phone', { body: { to } })

  test('the code comes with its marks right, and opens', async () => {
    const smtp = await fakeSmtp()
    const site = await siteBy(`smtp://ansinh:mat-khau@127.0.0.1:${smtp.port}`)
    await accountWith(store, 'team-lead', { email: 'hoa@example.vn', commune: '16690' })
    const asked = await asks(site, 'hoa@example.vn')
    expect(asked.status).toBe(200)
    const [mail] = smtp.received
    expect(mail?.to).toBe('hoa@example.vn')
    expect(mail?.headers).toContain('Subject: Mã đăng nhập An Sinh')
    expect(mail?.headers).toContain('From: An Sinh <ansinh@example.vn>')
    expect(mail?.text).toContain('Không đưa mã hay liên kết cho bất kỳ ai, kể cả người xưng là cán bộ.')
    const code = /Mã đăng nhập An Sinh của anh\/chị: (\d{6})/.exec(mail?.text ?? '')?.[1]
    const entered = await site.call('POST /sign-in/code', {
      body: { challenge: asked.body['challenge'], code },
    })
    expect(entered.status).toBe(200)
    expect(mail?.text).toMatch(/http:\/\/an-sinh\.test\/app\/vao#[\w-]{20,}\r?\n/)
    await Promise.all([site.close(), smtp.close()])
  })

  test('a server that refuses, or is away: said kindly, and what is logged names nobody', async () => {
    const smtp = await fakeSmtp({ refuse: '550 5.1.1 <lan@example.vn> unknown' })
    await accountWith(store, 'team-lead', { email: 'lan@example.vn', commune: '16690' })
    const failures: string[] = []
    const url = `smtp://ansinh:mat-khau@127.0.0.1:${smtp.port}`
    const site = await siteBy(url, failures)
    const asked = await asks(site, 'lan@example.vn')
    expect(asked.status).toBe(503)
    expect(JSON.stringify(asked.body)).toContain('Chưa gửi được mã')
    await smtp.close()
    expect((await asks(site, 'lan@example.vn')).status).toBe(503)
    expect(failures).toEqual(['EENVELOPE', expect.stringMatching(/^(ESOCKET|ECONNECTION)$/)])
    await site.close()
  })

  test('a password is not given to a server elsewhere that cannot hide it', async () => {
    const smtp = await fakeSmtp({ host: '127.0.0.2' })
    const failures: string[] = []
    const mailer = smtpMailer(`smtp://ansinh:mat-khau@127.0.0.2:${smtp.port}`, from, (why) =>
      failures.push(why),
    )
    expect(await mailer.send({ to: 'a@example.vn', subject: 'x', text: 'y' })).toBe(false)
    expect(failures).toEqual(['ETLS'])
    expect(smtp.commands.filter((line) => line.startsWith('AUTH'))).toEqual([])
    await smtp.close()
  })
})
