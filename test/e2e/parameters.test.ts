import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CitizenAtPhone, type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

const SERVED_WITHIN_MS = 5_000
const WORKED_OUT_MS = 120_000
const question = 'mức lương cơ sở từ ngày 1/8/2027 là bao nhiêu'
const [old, fresh] = ['2.530.000 đồng', '2.800.000 đồng']

await describeNeeding('Chromium', 'a new decree, entered by one and confirmed by another', () => {
  let office: ConsoleBrowser
  let hoa: Page
  let minh: Page
  let citizen: CitizenAtPhone

  beforeAll(async () => {
    office = await openConsoleBrowser()
    hoa = await office.signedIn('hoa')
    minh = await office.signedIn('minh')
    citizen = await office.citizen()
  }, 400_000)
  afterAll(() => office?.close())

  /** Asks again and again until the bot says it; answers how long that took. */
  const saysWithin = async (amount: string, ms: number) => {
    const from = Date.now()
    for (;;) {
      const before = await citizen.lines.count()
      await citizen.say(question)
      await citizen.lines.nth(before + 1).waitFor()
      await hoa.waitForTimeout(300) // an answer may be two messages
      const said = (await citizen.lines.allInnerTexts()).slice(before + 1).join('\n')
      if (said.includes(amount)) return Date.now() - from
      if (Date.now() - from > ms) throw new Error(`not within ${ms} ms: ${said}`)
    }
  }

  test('an officer finds the number without tone marks and enters a decree that nobody knows yet', async () => {
    await saysWithin(old, WORKED_OUT_MS)
    await hoa.getByRole('link', { name: 'Số của luật' }).first().click()
    await hoa.getByLabel('Tìm con số hoặc số văn bản').fill('muc luong co so')
    await hoa.getByRole('link', { name: 'Mức lương cơ sở', exact: true }).waitFor()
    await office.look(hoa, 'numbers')
    await hoa.getByRole('link', { name: 'Mức lương cơ sở', exact: true }).click()
    await hoa.getByRole('list', { name: 'Các giá trị' }).getByText(old).waitFor()
    await office.look(hoa, 'number')
    await hoa.getByRole('button', { name: 'Nhập giá trị mới' }).click()
    await hoa.getByLabel('Tên của bản này').fill('Tăng lương cơ sở 2027 (bịa để thử)')
    await hoa.getByLabel('Đọc văn bản ở đâu').fill('Công báo số 100 năm 2026')
    await hoa.getByRole('button', { name: 'Ghi văn bản chưa có trong sổ' }).click()
    await hoa.getByLabel('Số hiệu').fill('1/2027/NĐ-CP')
    await hoa.getByLabel('Tên văn bản').fill('Nghị định thử về mức lương cơ sở')
    await hoa.getByLabel('Cơ quan ban hành').fill('Chính phủ')
    await hoa.getByLabel('Ngày ban hành').fill('2026-11-20')
    await hoa.getByLabel('Văn bản có hiệu lực từ ngày').fill('2027-07-01')
    await hoa.getByLabel('Giá trị mới (đồng)').fill('2,8 triệu')
    await hoa.getByText(`Máy hiểu: ${fresh}, tức 2 triệu 800 nghìn đồng`).waitFor()
    await hoa.getByLabel('Có hiệu lực từ ngày', { exact: true }).fill('2027-07-01')
    await hoa.getByLabel('Văn bản làm căn cứ').selectOption('1/2027/NĐ-CP')
    await hoa.getByRole('button', { name: 'Gửi người khác xác nhận' }).click()
    await hoa.getByText('Chưa gửi được. Mức lương cơ sở: chưa ghi điều, khoản.').waitFor()
    await office.look(hoa, 'decree-blocked')
    await hoa.getByLabel('Điều, khoản').fill('Điều 3 khoản 2')
    await hoa.getByRole('button', { name: 'Kiểm tra và xem ảnh hưởng' }).click()
    await hoa.getByText('Người dân mẫu có kết quả khác').waitFor({ timeout: WORKED_OUT_MS })
    await office.look(hoa, 'decree-effect')
    await hoa.getByRole('button', { name: 'Gửi người khác xác nhận' }).click()
    await hoa.getByText('không tự xác nhận').waitFor()
    await saysWithin(old, WORKED_OUT_MS)
  }, 400_000)

  test('a second person sees the effect and confirms; within five seconds the bot says the new amount for that day', async () => {
    await minh.goto(`${office.program.url}/quan-tri/so-lieu`)
    await minh.getByRole('link', { name: /^Mở: Tăng lương cơ sở 2027/ }).click()
    const effect = minh.getByRole('region', { name: 'Ảnh hưởng' })
    await effect.getByText('Người dân mẫu có kết quả khác').waitFor({ timeout: WORKED_OUT_MS })
    await effect
      .getByRole('button', { name: /^Xem cả/ })
      .first()
      .press('Enter')
    await effect
      .getByRole('button', { name: /Nhà anh Dũng bốn người/ })
      .first()
      .press('Enter')
    await effect.getByText(/tổng /).first().waitFor()
    await office.look(minh, 'decree-review')
    await minh.getByLabel('Tôi đã mở văn bản ở một nguồn khác').fill('Cổng thông tin điện tử Chính phủ')
    await minh.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await minh.getByText('Bot dùng số mới từ ngày').first().waitFor()
    const ms = await saysWithin(fresh, SERVED_WITHIN_MS)
    process.stdout.write(`a confirmed amount said after ${ms} ms\n`)
    await minh.goto(`${office.program.url}/quan-tri/so-lieu/so/base-salary`)
    await minh.getByRole('list', { name: 'Các giá trị' }).getByText(fresh).waitFor()
    await office.look(minh, 'number-after')
  }, 400_000)

  test('taken back with a reason: the amount before is said again', async () => {
    await minh.getByRole('link', { name: /^Mở: Tăng lương cơ sở 2027/ }).click()
    await minh.getByLabel('Vì sao lấy lại').fill('nghị định bịa để thử')
    await office.look(minh, 'decree-take-back')
    await minh.getByRole('button', { name: 'Lấy lại', exact: true }).click()
    await minh.getByText('Bot dùng các giá trị trước bản này').first().waitFor()
    const ms = await saysWithin(old, SERVED_WITHIN_MS)
    process.stdout.write(`taken back after ${ms} ms\n`)
    await minh
      .getByText(/minh lấy lại/)
      .first()
      .waitFor()
    expect(office.troubles).toEqual([])
  }, 300_000)
})
