import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CitizenAtPhone, type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

const asked = 'thấy thế nào'
/** What they say, and what the bot says to it. */
const talkFrom = (commune: string) =>
  [
    ['nhờ người gọi lại', 'gọi lại để hỏi cho'],
    ['cho tôi', 'mười tám tuổi'],
    ['đủ rồi', 'Không đồng ý thì'],
    ['Tôi đồng ý', 'xưng hô'],
    ['cô Xoan', 'số điện thoại để'],
    ['0912345678', 'Đúng chưa'],
    ['đúng rồi', 'xã, phường nào'],
    [commune, 'tiện nghe máy'],
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

  async function leaves(commune: string) {
    for (const [said, heard] of talkFrom(commune)) {
      const before = await citizen.lines.count()
      await citizen.say(said)
      await citizen.lines.nth(before + 1).waitFor()
      await citizen.hears(heard)
    }
  }

  test('found, shown with a reason, called and closed; the citizen is asked how it went', async () => {
    await leaves('xã Quỳnh Lưu')
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
  }, 300_000)

  test('from nobody knows where: the desk writes down the commune and gives it by hand; the agent has it', async () => {
    await leaves('xã khác')
    await hoa.getByRole('link', { name: 'Phiếu', exact: true }).first().click()
    await hoa.getByRole('link', { name: /Chưa rõ xã/ }).click()
    await hoa.getByRole('textbox', { name: 'Xã, phường' }).fill('xa kim lien')
    await office.look(hoa, 'lead-placeless')
    await hoa.getByRole('button', { name: 'Chỉ ghi xã, tôi chọn người' }).click()
    await hoa.getByText('Ghi xã, phường').waitFor()
    await hoa.getByRole('button', { name: 'Giao tay cho nhân viên thu' }).click()
    await hoa.getByRole('radio', { name: /^Vũ Thị Mẫu Hà/ }).check()
    await office.look(hoa, 'lead-given')
    await hoa.getByRole('button', { name: 'Giao phiếu' }).click()
    await hoa.getByText('Nhân viên thu đang giữ phiếu').waitFor()

    const agent = citizen.agent
    await agent.getByText('Gửi tới 0900000107').waitFor()
    await agent.getByRole('button', { name: 'Mở phiếu' }).click()
    const lead = agent.frameLocator('iframe.lead')
    await lead.getByRole('button', { name: 'Gửi mã cho tôi' }).click()
    const code = /\d{6}/.exec(await agent.getByText('Mã của anh/chị').last().innerText())?.[0] ?? ''
    await lead.getByLabel('Mã gồm sáu chữ số').fill(code)
    await lead.getByRole('button', { name: 'Mở thông tin' }).click()
    await lead.getByText('cô Xoan').waitFor()
    expect(office.troubles).toEqual([])
  }, 300_000)
})
