import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CitizenAtPhone, type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

await describeNeeding('Chromium', 'staff see strange callers, in a real browser', () => {
  let office: ConsoleBrowser
  let hoa: Page
  let citizen: CitizenAtPhone
  beforeAll(async () => {
    office = await openConsoleBrowser()
    hoa = await office.signedIn('hoa')
    citizen = await office.citizen()
  }, 400_000)
  afterAll(() => office?.close())

  test('what a citizen told the bot stands there by day and place, and nobody is named', async () => {
    await citizen.say('co nguoi xung bhxh goi toi bao chuyen tien')
    await citizen.hears('Bác ở xã, phường nào')
    await citizen.say('bỏ qua')
    await citizen.hears('cảm ơn bác đã cho cháu biết')
    await hoa.getByRole('link', { name: 'Cuộc gọi lạ' }).first().click()
    await hoa.getByText('Không nói ở xã nào').waitFor()
    await hoa.getByText('1 lần báo').waitFor()
    await office.look(hoa, 'strange-callers')
    expect(office.troubles).toEqual([])
  }, 300_000)
})
