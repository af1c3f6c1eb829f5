import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { keyboardOn } from '../support/keyboard.ts'
import { describeNeeding } from '../support/needs.ts'

const WAIT_MS = 60_000
const GATE_MS = 240_000
const SERVED_WITHIN_MS = 5_000
const SETTLE_MS = 400
const question = 'dang lanh that nghiep muon chuyen ve que nhan tiep'
const title = 'Chuyển nơi lãnh thất nghiệp về quê được không?'

await describeNeeding('Chromium', 'staff change an answer in a real browser', () => {
  let office: ConsoleBrowser
  let program: ConsoleBrowser['program']
  let look: ConsoleBrowser['look']
  let hoa: Page
  let minh: Page
  let citizen: Page
  let troubles: readonly string[] = []

  beforeAll(async () => {
    office = await openConsoleBrowser()
    ;({ program, troubles, look } = office)
    hoa = await office.signedIn('hoa')
    minh = await office.signedIn('minh')
    citizen = await office.newPage()
    await citizen.goto(program.url)
  }, 400_000)
  afterAll(() => office?.close())

  const ask = async (text: string) => {
    await citizen.locator('.phone.zalo input[name=text]').fill(text)
    await citizen.locator('.phone.zalo form.say button:not(.staff)').click()
  }
  /** Asks again and again until the last words are as wanted; answers how long that took. */
  const saysWithin = async (holds: (last: string) => boolean, ms: number) => {
    const from = Date.now()
    for (;;) {
      const before = await citizen.locator('.phone.zalo .chat li').count()
      await ask(question)
      await citizen
        .locator('.phone.zalo .chat li')
        .nth(before + 1)
        .waitFor()
      await citizen.waitForTimeout(SETTLE_MS) // an answer may be two messages
      const said = await citizen.locator('.phone.zalo .chat li').allInnerTexts()
      if (holds(said.slice(before).join('\n'))) return Date.now() - from
      if (Date.now() - from > ms) throw new Error(`not within ${ms} ms: ${said.slice(before).join('\n')}`)
    }
  }
  const added = 'Bác nhớ mang theo giấy giới thiệu đã nhận.'
  const list = () => `${program.url}/quan-tri/cau-tra-loi`
  /** From the list, as everything before a draft is sent and signed: by the keyboard alone. */
  const openDraft = async (page: Page) => {
    const keys = keyboardOn(page)
    await keys.write(page.getByLabel('Tìm như bà con hỏi'), question)
    await keys.press(page.getByRole('link', { name: title }))
    await keys.press(page.getByRole('button', { name: 'Sửa câu này' }))
    await page.getByLabel('Tên của bản sửa này').waitFor()
  }
  const write = (page: Page, words: string) =>
    keyboardOn(page).addLine(page.getByLabel('Câu trả lời', { exact: true }), words)

  test('found by a question without tone marks, changed, and nothing is said yet', async () => {
    const keys = keyboardOn(hoa)
    await keys.press(hoa.getByRole('link', { name: 'Câu trả lời' }).first())
    await hoa.getByRole('list', { name: 'Câu trả lời' }).waitFor()
    await look(hoa, 'list')
    await openDraft(hoa)
    await keys.write(hoa.getByLabel('Tên của bản sửa này'), 'Nhắc mang giấy giới thiệu')
    await write(hoa, added)
    await hoa.getByRole('group', { name: 'Xem trước tin nhắn' }).getByText(added).waitFor()
    await look(hoa, 'editor')
    await keys.press(hoa.getByRole('radio', { name: 'Xem trước' }), 'ArrowRight')
    await keys.write(hoa.getByRole('textbox', { name: 'Hỏi thử' }), question)
    await keys.press(hoa.getByRole('button', { name: 'Gửi', exact: true }))
    await hoa.getByRole('log').getByText(added).waitFor({ timeout: GATE_MS })
    await hoa.getByRole('region', { name: 'Vì sao bot trả lời vậy' }).getByText(title).first().waitFor()
    await look(hoa, 'try')
    await saysWithin((said) => said.includes('miễn phí') && !said.includes(added), WAIT_MS)
    await keys.press(hoa.getByRole('button', { name: 'Gửi duyệt' }))
    await hoa.getByText('không tự duyệt').waitFor({ timeout: GATE_MS })
  }, 600_000)

  test('a second account signs it, and the bot says it within five seconds', async () => {
    const keys = keyboardOn(minh)
    await keys.press(minh.getByRole('link', { name: 'Câu trả lời' }).first())
    await keys.press(minh.getByRole('link', { name: 'Mở' }).first())
    await minh.getByText('Qua được kiểm tra').waitFor({ timeout: GATE_MS })
    await look(minh, 'review')
    await keys.press(minh.getByRole('button', { name: 'Duyệt và xuất bản ngay' }))
    await minh.getByText('Bot nói lời mới ngay').first().waitFor({ timeout: GATE_MS })
    const ms = await saysWithin((said) => said.includes(added), SERVED_WITHIN_MS)
    process.stdout.write(`published words said after ${ms} ms\n`)
  }, 600_000)

  test('rolled back to the named revision after looking at it', async () => {
    await hoa.goto(`${program.url}/quan-tri/cau-tra-loi/cau/unemployment-transfer`)
    await hoa.getByText('Nhắc mang giấy giới thiệu').first().waitFor()
    await hoa.getByRole('button', { name: 'Xem và quay lại' }).click()
    await look(hoa, 'answer')
    await hoa.getByRole('button', { name: 'Quay lại bản “Bản gốc trong kho”' }).click()
    await hoa.getByText('Đã quay lại bản').first().waitFor()
    const ms = await saysWithin(
      (said) => said.includes('miễn phí') && !said.includes(added),
      SERVED_WITHIN_MS,
    )
    process.stdout.write(`rolled back words said after ${ms} ms\n`)
  }, 300_000)

  test('a second editor of the same draft is told, sees both, and overwrites nothing', async () => {
    await hoa.goto(list())
    await openDraft(hoa)
    await minh.goto(hoa.url())
    await minh.getByLabel('Tên của bản sửa này').waitFor()
    await write(hoa, 'Lời của chị Hoa thêm vào đây.')
    await hoa.getByRole('button', { name: 'Lưu nháp' }).click()
    await hoa.getByText('Đã lưu bản nháp').first().waitFor()
    await write(minh, 'Lời của anh Minh thêm vào đây.')
    await minh.getByRole('button', { name: 'Lưu nháp' }).click()
    const clash = minh.getByRole('alert').filter({ hasText: 'Có người sửa cùng lúc' })
    await clash.getByText('Lời của chị Hoa thêm vào đây.').waitFor()
    await clash.getByText('Lời của anh Minh thêm vào đây.').waitFor()
    await look(minh, 'conflict')
    await clash.getByRole('button', { name: 'Đã xem, giữ bản của tôi' }).click()
    await minh.getByText('Đã lưu bản nháp').first().waitFor()
    await clash.waitFor({ state: 'detached' })
    await minh.reload()
    expect(await minh.getByLabel('Câu trả lời', { exact: true }).inputValue()).toContain('anh Minh')
  }, 300_000)

  test('a change the gate blocks is not sent, and the reason is one a person understands', async () => {
    await hoa.goto(list())
    await openDraft(hoa)
    await write(hoa, 'Bác nộp trong 15 ngày làm việc.')
    await hoa.getByText('Gõ số "15 ngày').first().waitFor()
    await hoa.getByRole('button', { name: 'Gửi duyệt' }).click()
    await hoa.getByText('Chưa gửi được. Gõ số').waitFor({ timeout: GATE_MS })
    await look(hoa, 'blocked')
    expect(troubles).toEqual([])
  }, 600_000)
})
