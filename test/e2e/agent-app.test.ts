import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { dayInVietNam } from '../../src/conversation/day-in-viet-nam.ts'
import { periodOf } from '../../src/targets/period.ts'
import {
  agentPhone,
  agentSite,
  inBrowser,
  offeredLead,
  lineOf,
  openBrowser,
  readyForTests,
} from '../support/agent-phone.ts'
import { accountWith } from '../support/console-site.ts'
import { describeNeeding } from '../support/needs.ts'
import { demo } from '../support/store-demo.ts'
import { movableClock, newFolder, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'

const shots = process.env['SHOTS'] ?? mkdtempSync(join(tmpdir(), 'an-sinh-app-'))
mkdirSync(shots, { recursive: true })

await describeNeeding('Chromium', 'the agent’s app on a phone with a weak line', () => {
  const clock = movableClock()
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof agentSite>>
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let troubles: string[]
  let line: Awaited<ReturnType<typeof lineOf>>
  const leads = [
    offeredLead(clock.now(), { addressAs: 'cô Lan' }),
    offeredLead(clock.now(), { addressAs: 'chú Hùng', programme: 'household-health', worry: 'expiring' }),
    offeredLead(clock.now(), { addressAs: 'bác Thắm', forWhom: 'parent', worry: undefined }),
  ]
  const [first, second] = leads

  beforeAll(async () => {
    place = await newFolder()
    store = await openTestStore(place.place, clock)
    await store.seedDemo(demo(), false)
    await store.putPastLeads(leads)
    const on = dayInVietNam(clock.now())
    const target = { of: 'agent', id: 'a', programme: 'voluntary', plan: 12 } as const
    await store.targets.put([{ ...target, period: periodOf('month', on) }], 'officer thử')
    site = await agentSite(store, clock)
    browser = await openBrowser()
    ;({ context, page, troubles } = await agentPhone(browser))
    line = await lineOf(page)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await store?.close()
    await place?.remove()
  })

  const open = (path: string) => page.goto(`${site.url}/app${path}`)
  const reads = (text: string) => page.getByText(text).first().waitFor()
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const factsOf = async (id: string | undefined, fact: string) =>
    (await rowsOf(store, 'lead_fact')).filter((row) => row['lead_id'] === id && row['fact'] === fact)
  /** Nothing a blind or a trembling hand stumbles over; and a picture to be looked at. */
  async function isFit(name: string, on: Page = page) {
    await on.waitForTimeout(400) // fades end
    await on.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
    expect.soft(await inBrowser(on, 'seriousFindings'), name).toEqual([])
    expect.soft(await inBrowser(on, 'tooSmall'), name).toEqual([])
  }

  test('signing in by the code that came to the registered phone', async () => {
    await open('/')
    await page.getByLabel('Số điện thoại đã đăng ký').fill('0911 000 111')
    await isFit('01-sign-in')
    await tap('Gửi mã cho tôi')
    await page.getByLabel('Mã gồm sáu chữ số').waitFor()
    await page.getByLabel('Mã gồm sáu chữ số').fill(String(site.notices.at(-1)?.data['code']))
    await tap('Đăng nhập')
    await reads('Mới, cần nhận (3)')
    expect(await page.content()).not.toContain('cô Lan')
    await isFit('02-list')
  }, 120_000)

  test('accepting on the weak line shows the code to say first, the phone, and what fits this person', async () => {
    await page.getByText(String(first?.code)).click()
    await reads('Anh/chị nhận phiếu này chứ?')
    expect(await page.locator('a[href^="tel:"]').count()).toBe(0)
    await isFit('03-offered')
    await tap('Nhận phiếu')
    await page.locator('a[href="tel:+84980000001"]').waitFor()
    expect(await page.locator('a[href="https://zalo.me/0980000001"]').count()).toBe(1)
    for (const text of [
      '4827',
      'không xin mã OTP',
      '264.000 đồng',
      'Sợ tốn tiền',
      'Không phải đóng từng tháng',
    ])
      await reads(text)
    await isFit('04-accepted')
    expect(await factsOf(first?.id, 'accepted')).toHaveLength(1)
  }, 120_000)

  test('the line is cut: an outcome waits, a reload loses nothing, pages never visited open', async () => {
    await inBrowser(page, 'keepFiles')
    await expect.poll(() => inBrowser(page, 'filesMissing'), { timeout: 60_000 }).toEqual([])
    await line.cut()
    await page.getByLabel('Ghi chú (không bắt buộc)').fill('chồng nghe máy, hẹn chiều mai')
    await page.getByRole('button', { name: 'Chưa gọi được' }).dblclick()
    await reads('Đang chờ mạng: Chưa gọi được')
    await isFit('05-waiting')
    await page.reload()
    await reads('Đang chờ mạng: Chưa gọi được')
    await page.locator('a[href="tel:+84980000001"]').waitFor()
    await reads('Đang xem bản đã lưu')
    await page.getByRole('link', { name: 'Mọi phiếu' }).click()
    await reads('Mới, cần nhận (2)')
    await isFit('06-list-offline')
    await page.getByRole('link', { name: 'Lịch nghỉ' }).click()
    await reads('Không nối được máy chủ')
    expect(await factsOf(first?.id, 'outcome')).toEqual([])
  }, 180_000)

  test('back on the line: exactly one record, with its note sealed', async () => {
    await line.mend()
    await expect.poll(() => page.getByText('Đang chờ mạng').count(), { timeout: 60_000 }).toBe(0)
    expect(await factsOf(first?.id, 'outcome')).toHaveLength(1)
    const [row] = (await rowsOf(store, 'lead')).filter(({ id }) => id === first?.id)
    expect(row).toMatchObject({ not_reached: 1, state: 'accepted', outcome: 'not-reached' })
    await page.getByRole('link', { name: 'Phiếu' }).click()
    await page.getByText('cô Lan').click()
    await reads('chồng nghe máy, hẹn chiều mai')
    await reads('Đã gọi không được')
    await isFit('07-recorded')
  }, 120_000)

  test('the answer to a tap is lost on the way: sent again, it is still one record', async () => {
    await open(`/phieu/${second?.id}`)
    await tap('Nhận phiếu')
    await page.locator('a[href^="tel:"]').waitFor()
    site.loseNext()
    await page.getByRole('button', { name: 'Hẹn gọi lại' }).click()
    await page.getByText('Sáng mai 8:30').click()
    await isFit('08-appointment')
    await tap('Ghi giờ hẹn')
    await reads('Đang chờ mạng: Hẹn gọi lại')
    await expect.poll(() => factsOf(second?.id, 'outcome'), { timeout: 20_000 }).toHaveLength(1)
    await page.evaluate('dispatchEvent(new Event("online"))')
    await reads('Đã ghi: Hẹn gọi lại')
    await reads('Đã hẹn 08:30 ngày mai')
    expect(await factsOf(second?.id, 'outcome')).toHaveLength(1)
  }, 120_000)

  test('somebody joined, with what and for how long; my numbers move', async () => {
    await open(`/phieu/${second?.id}`)
    await page.getByRole('button', { name: 'Đã tham gia' }).click()
    await page.getByLabel('Đã tham gia loại nào').selectOption('voluntary')
    await isFit('09-joined')
    await tap('Ghi đã tham gia')
    await reads('Phiếu đã xong')
    await page.getByRole('link', { name: 'Tiến độ' }).click()
    await reads('đạt 8,3% của 12')
    await isFit('10-progress')
  }, 120_000)

  test('declining with a reason: gone from the list', async () => {
    await open('/phieu')
    await page.getByText(String(leads[2]?.code)).click()
    await tap('Không nhận')
    await page.getByText('Xa nơi tôi ở').click()
    await isFit('11-decline')
    await tap('Không nhận')
    await reads('Vừa xong (1)')
    const declined = page.getByRole('link', { name: leads[2]?.code ?? '' })
    await expect.poll(() => declined.count(), { timeout: 60_000 }).toBe(0)
    expect(await factsOf(leads[2]?.id, 'declined')).toMatchObject([{ detail: 'Xa nơi tôi ở' }])
  }, 120_000)

  test('a citizen is forgotten: the agent is told, and confirms', async () => {
    const person = (await rowsOf(store, 'lead')).find(({ id }) => id === first?.id)?.['person_id']
    await store.personalData.erase(String(person))
    await open('/phieu')
    await page.getByRole('link', { name: 'phiếu phải xoá' }).click()
    await isFit('12-erasures')
    await page.getByRole('button', { name: 'Tôi đã xoá hết' }).click()
    await reads('Không có yêu cầu nào')
    expect(await inBrowser(page, 'everythingKept')).not.toContain('cô Lan')
  }, 120_000)

  test('leave, quiet hours, a suggestion, my devices', async () => {
    await open('/lich-nghi')
    await tap('Ghi ngày nghỉ')
    await page.getByRole('button', { name: 'Bỏ ngày nghỉ' }).waitFor()
    await page.getByRole('switch').click()
    await tap('Lưu giờ yên tĩnh')
    await reads('Đã lưu giờ yên tĩnh')
    await isFit('13-times')
    await open('/them')
    await isFit('14-more')
    await open('/them/gop-y?ve=farmer/cost')
    await page.getByLabel('Anh/chị muốn sửa thế nào').fill('Nói “vụ lúa” thay cho “quý”.')
    await tap('Gửi góp ý')
    await reads('Đang chờ xem')
    await isFit('15-suggestions')
    await open('/tai-khoan')
    await reads('Máy này')
    await isFit('16-account')
    expect((await rowsOf(store, 'suggestion')).length).toBe(1)
  }, 120_000)

  test('the officer reads the suggestion and answers it', async () => {
    const officer = await accountWith(store, 'officer')
    const desk = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
    const [name = '', value = ''] = (await officer.session()).split('=')
    await desk.addCookies([{ name, value, url: site.url }])
    await readyForTests(desk)
    const screen = await desk.newPage()
    await screen.goto(`${site.url}/quan-tri/gop-y`)
    await screen.getByText('Nói “vụ lúa” thay cho “quý”.').waitFor()
    await isFit('18-officer', screen)
    await screen.getByLabel('Trả lời nhân viên thu').fill('Cảm ơn chị, đã sửa.')
    await screen.getByRole('button', { name: 'Nhận góp ý' }).click()
    await screen.getByText('Không có góp ý nào ở mục này').waitFor()
    await desk.close()
    await open('/them/gop-y')
    await reads('Cán bộ trả lời: Cảm ơn chị, đã sửa.')
  }, 120_000)

  test('it can be installed', async () => {
    const session = await context.newCDPSession(page)
    const { url, errors } = await session.send('Page.getAppManifest')
    expect([url, errors]).toEqual([`${site.url}/app/manifest.webmanifest`, []])
  })

  test('signing out leaves nothing of anybody in the browser, also without a network', async () => {
    await open(`/phieu/${second?.id}`)
    await reads('chú Hùng')
    expect(await inBrowser(page, 'everythingKept')).toContain('chú Hùng')
    await line.cut()
    await page.getByRole('link', { name: 'Thêm', exact: true }).click()
    await tap('Đăng xuất')
    await reads('Máy này không còn giữ thông tin nào')
    expect(await inBrowser(page, 'everythingKept')).toBe('')
    await isFit('17-signed-out')
    await line.mend()
    await tap('Thử lại')
    await page.getByLabel('Số điện thoại đã đăng ký').waitFor()
    const accounts = await rowsOf(store, 'staff')
    const roleOf = (id: unknown) => accounts.find((one) => one['id'] === id)?.['role']
    const sessions = await rowsOf(store, 'staff_session')
    expect(sessions.filter((one) => roleOf(one['staff_id']) === 'agent')).toEqual([])
    expect(troubles).toEqual([])
  }, 120_000)
})
