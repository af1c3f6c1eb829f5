import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

await describeNeeding('Chromium', 'the console, page by page', () => {
  let office: ConsoleBrowser
  let hoa: Page
  beforeAll(async () => {
    office = await openConsoleBrowser()
    hoa = await office.signedIn('hoa')
  }, 400_000)
  afterAll(() => office?.close())

  test('every page of the menu stands at both sizes, and axe finds nothing serious', async () => {
    const menu = hoa.getByRole('navigation', { name: 'Danh mục' })
    const names = await menu.getByRole('link').allInnerTexts()
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) {
      await menu.getByRole('link', { name, exact: true }).click()
      await hoa.getByRole('heading', { level: 1 }).waitFor()
      await hoa.getByText('Đang tải…').waitFor({ state: 'detached' })
      await office.look(hoa, `page-${name.replaceAll(' ', '-')}`)
    }
    expect(office.troubles).toEqual([])
  }, 600_000)
})
