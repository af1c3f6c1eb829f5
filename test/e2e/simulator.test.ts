import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, describeNeeding } from '../support/needs.ts'
import { freePort, type Program, removeData, startProgram } from '../support/running-program.ts'

const WAIT_MS = 30_000
const shots = mkdtempSync(join(tmpdir(), 'an-sinh-shots-'))

await describeNeeding('Chromium', 'the simulator in a real browser', () => {
  let program: Program
  let browser: Browser
  let page: Page
  let env: Record<string, string>
  const troubles: string[] = []
  beforeAll(async () => {
    env = {
      PORT: String(await freePort()),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'an-sinh-')),
      BOT_TODAY: '2026-11-24',
    }
    program = await startProgram(env)
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    page.setDefaultTimeout(WAIT_MS)
    page.on('pageerror', (error) => troubles.push(error.message))
    await page.goto(program.url)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await program?.end('SIGTERM')
    if (program) removeData(program)
  })

  const phone = (name: string) => page.locator(`.phone.${name}`)
  const say = async (on: Locator, text: string) => {
    await on.locator('input[name=text]').fill(text)
    await on.locator('form.say button:not(.staff)').click()
  }
  const tap = (on: Locator, name: string) => on.getByRole('button', { name }).last().click()
  const reads = (on: Locator, text: string) => on.getByText(text).last().waitFor()

  test('the first question is answered with the amount, the State’s part, the law and the coming change', async () => {
    const zalo = phone('zalo')
    await say(zalo, 'dong bhxh tu nguyen thap nhat bao nhieu')
    for (const words of ['330.000 đồng', 'Nhà nước góp', '41/2024/QH15', '484.000 đồng'])
      await reads(zalo, words)
    await page.screenshot({ path: join(shots, 'answer.png') })
  }, 120_000)

  test('a restart in the middle of a journey: it goes on', async () => {
    const zalo = phone('zalo')
    await say(zalo, 'menu')
    await reads(zalo, 'Bác muốn hỏi gì')
    await tap(zalo, 'Tính tiền đóng')
    await tap(zalo, 'Tính BHXH tự nguyện')
    await reads(zalo, 'thuộc diện nào')
    await program.end('SIGTERM')
    program = await startProgram(env)
    await page.reload()
    await tap(zalo, 'Hộ cận nghèo')
    await reads(zalo, 'làm căn cứ đóng')
    await say(zalo, '2tr')
    await reads(zalo, 'theo kỳ nào')
    await tap(zalo, 'Ba tháng')
    await reads(zalo, '924.000 đồng')
  }, 240_000)

  test('a call-back ends as a lead on the agent’s page, its phone shown only after accepting', async () => {
    const zalo = phone('zalo')
    await tap(zalo, 'Nhờ người gọi lại')
    await reads(zalo, 'cho người nhà ạ')
    await tap(zalo, 'Cho tôi')
    await reads(zalo, 'mười tám tuổi')
    await tap(zalo, 'Đã đủ')
    await zalo.getByRole('button', { name: 'Tôi đồng ý', exact: true }).last().click()
    await reads(zalo, 'xưng hô')
    await say(zalo, 'cô Lan')
    await reads(zalo, 'số điện thoại để')
    await say(zalo, '0912 345 678')
    await reads(zalo, 'Đúng chưa')
    await tap(zalo, 'Đúng rồi')
    await reads(zalo, 'xã, phường nào')
    await say(zalo, 'xa kim lien')
    await reads(zalo, 'tiện nghe máy')
    await tap(zalo, 'Buổi sáng')
    await reads(zalo, 'băn khoăn điều gì')
    await tap(zalo, 'Sợ tốn tiền')
    await reads(zalo, 'Mã phiếu')

    const agent = phone('agent')
    await tap(agent, 'Mở phiếu')
    const lead = page.frameLocator('iframe.lead')
    await lead.getByRole('button', { name: 'Gửi mã cho tôi' }).click()
    const notice = agent.getByText('Mã của anh/chị').last()
    const code = /\d{6}/.exec(await notice.innerText())?.[0] ?? ''
    await lead.getByLabel('Mã gồm sáu chữ số').fill(code)
    await lead.getByRole('button', { name: 'Mở thông tin' }).click()
    await lead.getByText('cô Lan').waitFor()
    expect(await lead.getByText('0912345678').count()).toBe(0)
    await lead.getByRole('button', { name: 'Nhận phiếu, hiện' }).click()
    await lead.getByText('Gọi 0912345678').waitFor()
    await lead.getByRole('button', { name: 'Đã tư vấn' }).click()
    await lead.getByText('Đã ghi: Đã tư vấn').waitFor()
    await page.screenshot({ path: join(shots, 'lead.png') })
  }, 180_000)

  test('Messenger answers too, and a phone-sized window shows one phone at a time', async () => {
    const messenger = phone('messenger')
    await say(messenger, 'bhyt ho gia dinh dong bao nhieu mot nam')
    await reads(messenger, '1.366.200 đồng')
    await messenger.locator('.quick button').first().waitFor()
    const newest = await messenger.locator('.chat li').last().boundingBox()
    const quick = await messenger.locator('.quick').boundingBox()
    expect(newest && newest.y + newest.height, 'the newest message is not hidden').toBeLessThanOrEqual(
      quick?.y ?? 0,
    )
    await page.setViewportSize({ width: 360, height: 740 })
    await page.getByRole('button', { name: 'Messenger', exact: true }).click()
    expect(await phone('zalo').isVisible()).toBe(false)
    expect(await messenger.isVisible()).toBe(true)
    await page.screenshot({ path: join(shots, 'narrow.png') })
    expect(troubles).toEqual([])
  }, 120_000)
})
