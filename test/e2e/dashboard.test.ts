import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../src/adapters/sheets/read-workbook.ts'
import { type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'
import { runCli } from '../support/running-program.ts'

await describeNeeding('Chromium', 'numbers at a glance, in a real browser', () => {
  let office: ConsoleBrowser
  let hoa: Page
  beforeAll(async () => {
    office = await openConsoleBrowser()
    const { port, dataDir } = office.program
    const filled = await runCli(['demo'], { PORT: port, DATA_DIR: dataDir })
    expect(filled.said).toContain('Câu hỏi của 30 ngày qua')
    hoa = await office.signedIn('hoa')
  }, 400_000)
  afterAll(() => office?.close())

  const card = (title: string | RegExp) =>
    hoa.locator('section').filter({ has: hoa.getByRole('heading', { level: 2, name: title }) })
  /** The cells of the table under a picture. */
  const cells = async (title: string | RegExp) => {
    const rows = card(title).locator('tbody tr')
    return (await rows.allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()))
  }
  const saved = async (button: string) => {
    const coming = hoa.waitForEvent('download')
    await hoa.getByRole('button', { name: button }).click()
    return readFileSync(await (await coming).path())
  }

  test('charts with their tables, narrowed by programme and commune; percentages with what they are of', async () => {
    await hoa.getByRole('link', { name: 'Con số' }).first().click()
    await hoa.getByRole('status').filter({ hasText: 'máy chủ tính trong' }).waitFor()
    await hoa.getByRole('img', { name: /Biểu đồ: Từ tìm hiểu đến tham gia/ }).waitFor()
    await hoa.getByText('Bảng số liệu: Từ tìm hiểu đến tham gia').press('Enter') // by keyboard
    const funnel = await cells('Từ tìm hiểu đến tham gia')
    expect(funnel.map(([stage]) => stage)).toEqual([
      ...['Tìm hiểu', 'Tương tác', 'Để lại thông tin', 'Được liên hệ', 'Tham gia'],
    ])
    const left = funnel[2]?.[1] ?? ''
    expect(left).toMatch(/^2\.[78]\d\d$/) // of 2 800 those of the 31st day ago are outside
    expect(funnel[3]?.[2]).toContain(`% của ${left}`)
    await office.look(hoa, 'dashboard')
    await hoa.getByLabel('Loại hình').selectOption('voluntary')
    await hoa.getByRole('status').filter({ hasText: 'BHXH tự nguyện' }).waitFor()
    await hoa.getByLabel('Xã, phường', { exact: true }).selectOption({ label: 'Phường Thành Vinh' })
    await hoa.getByRole('status').filter({ hasText: 'Phường Thành Vinh' }).waitFor()
    expect((await cells('Từ tìm hiểu đến tham gia'))[0]?.[1]).toBe('không tách theo xã')
    await hoa.getByLabel('Từ ngày').fill('2020-01-01')
    await hoa.getByText('Xem nhiều nhất một năm mỗi lần.').waitFor()
  }, 300_000)

  test('the picture is a PNG, and the spreadsheet has the rows of the table', async () => {
    await hoa.reload()
    await hoa.getByText('Bảng số liệu: Phiếu theo xã, phường').click()
    const png = await saved('Tải ảnh: Phiếu theo xã, phường')
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    expect([png.readUInt32BE(16), png.length > 20_000]).toEqual([2_400, true])
    const [sheet] = readWorkbook(await saved('Tải Excel: Phiếu theo xã, phường'))
    const inFile = (sheet?.rows ?? []).map((row) => row.map(({ text }) => text))
    expect(inFile[0]).toEqual([
      ...['Xã, phường', 'Phiếu', 'Được liên hệ', 'Tỷ lệ liên hệ (%)', 'Trên tổng', 'Tham gia'],
      ...['Tỷ lệ tham gia (%)', 'Trên tổng'],
    ])
    const shown = await cells('Phiếu theo xã, phường')
    expect(shown.length).toBeGreaterThan(100)
    expect(inFile.slice(1, shown.length + 1).map(([name, left]) => [name, left])).toEqual(
      shown.map(([name, left]) => [name, left]),
    )
    expect(shown.flat()).toContain('ẩn')
    expect(office.troubles).toEqual([])
  }, 300_000)
})
