import { readFileSync } from 'node:fs'
import { type CellObject, read, utils, write } from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

const NEW_WORDS = 'Bác cứ yên tâm hỏi lại cán bộ khi cần.'

await describeNeeding('Chromium', 'an officer mends answers in a spreadsheet, with a real browser', () => {
  let office: ConsoleBrowser
  let mai: Page
  beforeAll(async () => {
    office = await openConsoleBrowser()
    mai = await office.signedIn('mai')
  }, 400_000)
  afterAll(() => office?.close())

  const choose = (bytes: Buffer) =>
    mai.locator('input[type=file]').setInputFiles({
      ...{ name: 'cau-tra-loi.xlsx', buffer: bytes },
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  const check = () => mai.getByRole('button', { name: 'Kiểm tra' }).press('Enter')
  /** The file as it went out, with these cells of its first two answers changed. */
  const edited = (bytes: Buffer, cells: Readonly<Record<string, (was: string) => string>>) => {
    const book = read(bytes, { type: 'buffer' })
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {}
    for (const [at, change] of Object.entries(cells))
      utils.sheet_add_aoa(sheet, [[change(String((sheet[at] as CellObject | undefined)?.v ?? ''))]], {
        origin: at,
      })
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
  }
  let exported: Buffer

  test('goes out; one changed answer and one wrong cell are told; mended, it is a draft that opens', async () => {
    await mai.getByRole('link', { name: 'Nhập và xuất dữ liệu' }).first().click()
    const coming = mai.waitForEvent('download')
    await mai.getByRole('button', { name: 'Câu trả lời, tệp Excel', exact: true }).press('Enter')
    exported = readFileSync(await (await coming).path())
    await mai.getByLabel('Loại bảng').selectOption({ label: 'Câu trả lời' })
    const more = (was: string) => `${was}\n\n${NEW_WORDS}`
    await choose(edited(exported, { G2: more, C3: () => 'Chuyện trên trời' }))
    await check()
    await mai.getByText('Có 1 chỗ sai, chưa nhập gì').waitFor()
    await mai.getByText('Dòng 3, cột C (Chủ đề)').waitFor()
    await mai.getByText('không có chủ đề "Chuyện trên trời"').waitFor()
    await office.look(mai, 'answer-sheets-wrong')
    await choose(edited(exported, { G2: more }))
    await check()
    await mai.getByText(/^1 câu có thay đổi:/).waitFor()
    await office.look(mai, 'answer-sheets-checked')
    await mai.getByRole('button', { name: 'Tạo 1 bản nháp' }).press('Enter')
    await mai.getByText('Đã thành 1 bản nháp').waitFor()
    await office.look(mai, 'answer-sheets-made')
    await mai.getByRole('link', { name: 'Mở các bản nháp này' }).click()
    await mai.getByRole('list', { name: 'Bản nháp của tệp' }).getByRole('listitem').waitFor()
    await office.look(mai, 'answer-batch')
    await mai.getByRole('link', { name: /^Mở / }).click()
    await mai.getByText('Bản 1 trong 1 của tệp').waitFor()
    expect(await mai.locator('textarea').evaluateAll(valuesOf)).toContainEqual(
      expect.stringContaining(NEW_WORDS),
    )
    await office.look(mai, 'answer-batch-draft')
  }, 300_000)

  test('two more come in as one file; they are sent together and a second person signs them together', async () => {
    const again = (was: string) => `${was}\n\nCần gì thêm bác cứ nhắn.`
    await mai.getByRole('link', { name: 'Nhập và xuất dữ liệu' }).first().click()
    await mai.getByLabel('Loại bảng').selectOption({ label: 'Câu trả lời' })
    await choose(edited(exported, { G4: again, G5: again }))
    await check()
    await mai.getByRole('button', { name: 'Tạo 2 bản nháp' }).press('Enter')
    await mai.getByRole('link', { name: 'Mở các bản nháp này' }).click()
    await mai.getByLabel('Chọn tất cả').check()
    await mai.getByRole('button', { name: 'Gửi duyệt 2 bản' }).click()
    await mai.getByText('Chờ duyệt').nth(1).waitFor({ timeout: 200_000 })
    const lan = await office.signedIn('lan')
    await lan.getByRole('link', { name: 'Câu trả lời' }).first().click()
    await office.look(lan, 'answer-batches')
    await lan
      .getByRole('link', { name: /^Xem lần lượt/ })
      .first()
      .click()
    await lan.getByRole('link', { name: /^Mở / }).first().click()
    await lan.getByRole('link', { name: 'Bản sau' }).click()
    await lan.getByText('Bản 2 trong 2 của tệp').waitFor()
    await office.look(lan, 'answer-batch-review')
    await lan.getByRole('link', { name: 'Xem cả danh sách' }).click()
    await lan.getByLabel('Chọn tất cả').check()
    await lan.getByRole('button', { name: 'Duyệt và xuất bản 2 bản' }).click()
    await lan.getByText('Không còn bản nào').waitFor({ timeout: 200_000 })
    expect(office.troubles).toEqual([])
  }, 600_000)
})

const valuesOf = (areas: readonly unknown[]) => areas.map((area) => (area as { value: string }).value)
