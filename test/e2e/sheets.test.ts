import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../src/adapters/sheets/read-workbook.ts'
import { type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

const titles = 'Mã điểm thu,Tên điểm,Tổ chức,Xã,Địa chỉ,Giờ mở'
const csv = (name: string, ...rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([titles, ...rows].join('\n')),
})
const good = ['P1,Điểm thu chợ Cồn,Bưu điện tỉnh,Xã Kim Liên,Xóm 1,7 giờ đến 17 giờ']
const bad = ['P1,,Bưu điện tỉnh,Xã Không Có Đâu,Xóm 1,7 giờ đến 17 giờ']

await describeNeeding('Chromium', 'an officer brings in a table with a real browser', () => {
  let office: ConsoleBrowser
  let lan: Page
  beforeAll(async () => {
    office = await openConsoleBrowser()
    lan = await office.signedIn('lan')
  }, 400_000)
  afterAll(() => office?.close())

  const choose = (file: ReturnType<typeof csv>) => lan.locator('input[type=file]').setInputFiles(file)
  const check = () => lan.getByRole('button', { name: 'Kiểm tra' }).press('Enter')

  test('a wrong file is told cell by cell, the mended one is looked at, kept, and comes out again', async () => {
    await lan.getByRole('link', { name: 'Nhập và xuất dữ liệu' }).first().click()
    await lan.getByRole('heading', { name: 'Nhập từ Excel' }).waitFor()
    await office.look(lan, 'sheets')
    await choose(csv('diem.csv', ...bad))
    await check()
    await lan.getByText('Có 2 chỗ sai, chưa nhập gì').waitFor()
    await lan.getByText('Dòng 2, cột B (Tên điểm thu)').waitFor()
    await office.look(lan, 'sheets-wrong')
    await choose(csv('diem.csv', ...good))
    expect(await lan.getByText('Có 2 chỗ sai').count()).toBe(0)
    await check()
    await lan.getByText('1 điểm thu mới: P1').waitFor()
    await office.look(lan, 'sheets-checked')
    await lan.getByRole('button', { name: 'Nhập 1 dòng' }).press('Enter')
    await lan.getByText('Đã nhập 1 dòng.').waitFor()
    await choose(csv('diem.csv', ...good))
    await check()
    await lan.getByText('không cần nhập').waitFor()
    const coming = lan.waitForEvent('download')
    await lan.getByRole('button', { name: 'Điểm thu, tệp Excel' }).press('Enter')
    const download = await coming
    expect(download.suggestedFilename()).toBe('diem-thu.xlsx')
    const [sheet] = readWorkbook(readFileSync(await download.path()))
    expect(sheet?.rows.flat().map(({ text }) => text)).toContain('Điểm thu chợ Cồn')
  }, 300_000)

  test('an agent nobody knows is said, nothing is saved; the audit names what was done', async () => {
    await lan.getByLabel('Mã nhân viên thu').fill('khong-ai')
    await lan.getByRole('button', { name: 'Người đến hạn, tệp Excel' }).click()
    await lan.getByText('Không có nhân viên thu mã này.').waitFor()
    await lan.getByRole('link', { name: 'Nhật ký thay đổi' }).click()
    await lan.getByText('nhập bảng').waitFor()
    await lan.getByText('xuất bảng').waitFor()
    expect(office.troubles).toEqual([])
  }, 300_000)
})
