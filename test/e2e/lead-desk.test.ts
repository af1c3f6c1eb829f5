import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CitizenAtPhone, type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

const asked = 'thấy thế nào'
/** What they say, and what the bot says to it. */
const talk = [
  ['nhờ người gọi lại', 'gọi lại để hỏi cho'],
  ['cho tôi', 'mười tám tuổi'],
  ['đủ rồi', 'Không đồng ý thì'],
  ['Tôi đồng ý', 'xưng hô'],
  ['cô Xoan', 'số điện thoại để'],
  ['0912345678', 'Đúng chưa'],
  ['đúng rồi', 'xã, phường nào'],
  ['xã Quỳnh Lưu', 'tiện nghe máy'],
  ['buổi sáng', 'loại nào'],
  ['BHXH tự nguyện', 'băn khoăn'],
  ['bỏ qua', 'Mã gặp mặt'],
] as const

await describeNeeding('Chromium', 'a lead without an agent, at the desk in a real browser', () => {
  let office: ConsoleBrowser
  let hoa: Page
  let citizen: CitizenAtPhone
  beforeAll(async () => {
    office = await openConsoleBrowser()
    hoa = await office.signedIn('hoa')
    citizen = await office.citizen()
  }, 400_000)
  afterAll(() => office?.close())

  test('found, shown with a reason, called and closed; the citizen is asked how it went', async () => {
    for (const [said, heard] of talk) {
      await citizen.say(said)
      await citizen.hears(heard)
    }
    await hoa.getByRole('link', { name: 'Phiếu', exact: true }).first().click()
    await hoa.getByRole('listitem').filter({ hasText: 'Quỳnh Lưu' }).waitFor()
    await office.look(hoa, 'leads')
    await hoa.getByRole('link', { name: /Quỳnh Lưu/ }).click()
    await hoa.getByRole('heading', { name: /^Phiếu / }).waitFor()
    expect(await hoa.content()).not.toContain('cô Xoan')
    await hoa.getByRole('button', { name: 'Giao tay cho nhân viên thu' }).click()
    await hoa.getByText('Chưa có nhân viên thu nào phụ trách xã này').waitFor()
    await office.look(hoa, 'lead-covered')
    await hoa.getByRole('button', { name: 'Tôi nhận phiếu này' }).click()
    await hoa.getByText('Đã nhận', { exact: true }).waitFor()
    await hoa.getByLabel('Lý do cần xem').fill('gọi lại cho bà con như đã hẹn')
    await hoa.keyboard.press('Enter')
    await hoa.getByRole('heading', { name: 'Gọi cô Xoan' }).waitFor()
    expect(await hoa.locator('a[href^="tel:"]').getAttribute('href')).toBe('tel:+84912345678')
    await office.look(hoa, 'lead-shown')
    await hoa.getByLabel('Ghi chú (không bắt buộc)').fill('hẹn ra bưu điện')
    await hoa.getByRole('button', { name: 'Đã tư vấn' }).click()
    await hoa.getByText('Ghi kết quả: Đã tư vấn').waitFor()
    expect(await hoa.content()).not.toContain('cô Xoan')
    await office.look(hoa, 'lead-closed')
    await citizen.hears(asked)
    await hoa.getByRole('link', { name: 'Nhật ký thay đổi' }).click()
    await hoa.getByText('gọi lại cho bà con như đã hẹn').waitFor()
    expect(office.troubles).toEqual([])
  }, 300_000)
})
