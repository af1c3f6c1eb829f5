import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CitizenAtPhone, type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { png, pngOf } from '../support/pictures.ts'
import { describeNeeding } from '../support/needs.ts'

await describeNeeding('Chromium', 'staff talk with a citizen in a real browser', () => {
  let office: ConsoleBrowser
  let hoa: Page
  let citizen: CitizenAtPhone
  beforeAll(async () => {
    office = await openConsoleBrowser()
    hoa = await office.signedIn('hoa')
    citizen = await office.citizen()
  }, 400_000)
  afterAll(() => office?.close())

  test('a waiting person is found, covered, shown with a reason, answered by keyboard and given back', async () => {
    await citizen.say('gặp cán bộ')
    await citizen.hears('cán bộ')
    await citizen.say('tôi tên Bùi Thị Xoan số 0912345678')
    await hoa.getByRole('link', { name: 'Trò chuyện' }).first().click()
    await hoa.getByText('Chưa ai nhận').waitFor()
    await hoa.getByText(/Còn được nhắn: 4[78] giờ/).waitFor()
    await office.look(hoa, 'talks')
    await hoa.getByRole('link', { name: /^Zalo/ }).click()
    const log = hoa.getByRole('log')
    await log.getByText('#').waitFor()
    expect(await log.innerText()).not.toContain('Xoan')
    await hoa.getByLabel('Lý do cần xem đủ').fill('cần biết tên để tra hồ sơ')
    await hoa.keyboard.press('Enter')
    await log.getByText('Bùi Thị Xoan').waitFor()
    await hoa.getByLabel('Trả lời bà con').focus()
    await hoa.keyboard.type('Chào bác, em là Hoa, bác cần em giúp gì ạ?')
    await hoa.keyboard.press('Tab')
    await hoa.keyboard.press('Enter')
    await citizen.hears('em là Hoa')
    await hoa.getByText('Anh/chị đang giữ').waitFor()
    await hoa.getByText('Tên trên Zalo: Nguyễn Thị Lan').waitFor()
    await hoa.getByRole('button', { name: 'Hỏi Zalo: còn nhắn được không?' }).click()
    await hoa.getByRole('status').filter({ hasText: 'Còn nhắn được đến' }).waitFor()
    await office.look(hoa, 'talk')
    await sendsPicture()
    await hoa.getByRole('button', { name: 'Xong, trao lại cho bot' }).click()
    await citizen.hears('trao lại')
    await hoa.getByText('Không có ai đang chờ').waitFor()
    await hoa.getByRole('link', { name: 'Nhật ký thay đổi' }).click()
    await hoa.getByText('cần biết tên để tra hồ sơ').waitFor()
    expect(office.troubles).toEqual([])
  }, 300_000)

  /** Looked at, described, and then on the citizen's phone. */
  async function sendsPicture(): Promise<void> {
    const chooser = hoa.waitForEvent('filechooser')
    await hoa.getByRole('button', { name: 'Kèm ảnh' }).click()
    const files = await chooser
    await files.setFiles({ name: '../mau.png', mimeType: 'image/png', buffer: pngOf(1_000_001) })
    await hoa.getByText('Ảnh lớn hơn 1 MB').waitFor()
    await files.setFiles({ name: '../mau.png', mimeType: 'image/png', buffer: png })
    await hoa.getByRole('img', { name: 'Ảnh sẽ gửi' }).waitFor()
    await hoa.getByLabel('Mô tả ảnh').fill('Đường đến bộ phận một cửa')
    await office.look(hoa, 'talk-picture')
    await hoa.getByRole('button', { name: 'Gửi cho bà con' }).click()
    await citizen.hears('Đường đến bộ phận một cửa')
    await citizen.lines.getByRole('img', { name: 'Đường đến bộ phận một cửa' }).waitFor()
    const width = `document.querySelector('.phone.zalo .bubble img').naturalWidth`
    await expect.poll(() => citizen.lines.page().evaluate(width)).toBe(192)
    await hoa.getByRole('log').getByText('Đường đến bộ phận một cửa').waitFor()
    await office.look(hoa, 'talk-sent')
  }
})
