import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CitizenAtPhone, type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

const asked = [
  'thẻ bảo hiểm xe máy mua loại nào',
  'bảo hiểm xe máy mua loại nào',
  'thẻ nhựa cứng có chip khi nào có',
]

await describeNeeding('Chromium', 'staff see what people asked, in a real browser', () => {
  let office: ConsoleBrowser
  let hoa: Page
  let citizen: CitizenAtPhone
  beforeAll(async () => {
    office = await openConsoleBrowser()
    hoa = await office.signedIn('hoa')
    citizen = await office.citizen()
  }, 400_000)
  afterAll(() => office?.close())

  /** Asks, and says that the answer was not what was meant. */
  const notMeant = async (text: string) => {
    for (const said of [text, 'không phải ý tôi']) {
      const before = await citizen.lines.count()
      await citizen.say(said)
      await citizen.lines.nth(before + 1).waitFor()
    }
  }

  test('grouped by what was meant; one press begins a draft with the phrasings', async () => {
    for (const text of asked) await notMeant(text)
    await hoa.getByRole('link', { name: 'Bà con hỏi gì' }).first().click()
    await hoa.getByRole('status').filter({ hasText: 'lần hỏi, gom thành' }).waitFor()
    const card = hoa.getByRole('listitem').first()
    await card.getByText(/lần ·/).waitFor()
    await office.look(hoa, 'questions')
    const words = await card.locator('p').first().innerText()
    await card.getByRole('button', { name: 'Soạn câu mới' }).click()
    await hoa.getByLabel('Tên của bản sửa này').waitFor()
    expect(await hoa.getByLabel('Tên của bản sửa này').inputValue()).toBe('Từ câu bà con hỏi')
    const phrase = words.replace(/[…#]/g, ' ').replace(/\s+/g, ' ').trim()
    expect(await hoa.locator('textarea').evaluateAll(valuesOf)).toContainEqual(
      expect.stringContaining(phrase),
    )
    expect(office.troubles).toEqual([])
  }, 300_000)
})

const valuesOf = (areas: readonly unknown[]) => areas.map((area) => (area as { value: string }).value)
