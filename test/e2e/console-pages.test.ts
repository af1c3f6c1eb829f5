import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleBrowser, openConsoleBrowser } from '../support/console-browser.ts'
import { describeNeeding } from '../support/needs.ts'

const GATE_MS = 240_000
const MOST_TABS = 150

await describeNeeding('Chromium', 'the console, page by page and by keyboard', () => {
  let office: ConsoleBrowser
  let hoa: Page
  beforeAll(async () => {
    office = await openConsoleBrowser()
    hoa = await office.signedIn('hoa')
  }, 400_000)
  afterAll(() => office?.close())

  /** Tab after tab, as somebody without a mouse; `seen` is a line like: button "Gửi duyệt". */
  async function tabTo(seen: string): Promise<void> {
    const passed: string[] = []
    for (let i = 0; i < MOST_TABS; i += 1) {
      await hoa.keyboard.press('Tab')
      const here = await hoa
        .locator(':focus')
        .ariaSnapshot({ timeout: 500 })
        .catch(() => '')
      if (here.includes(seen)) return
      passed.push(here.split('\n')[0] ?? '')
    }
    throw new Error(`no way by keyboard to ${seen}; passed ${passed.join(' | ')}`)
  }

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

  test('an answer is found, changed and sent for review without a mouse', async () => {
    await hoa.goto(`${office.program.url}/quan-tri`)
    await hoa.getByRole('heading', { name: /^Chào/ }).waitFor()
    await tabTo('link "Câu trả lời"')
    await hoa.keyboard.press('Enter')
    await hoa.getByLabel('Tìm như bà con hỏi').waitFor()
    await tabTo('textbox "Tìm như bà con hỏi"')
    await hoa.keyboard.type('dang lanh that nghiep muon chuyen ve que nhan tiep')
    await hoa.getByRole('link', { name: 'Chuyển nơi lãnh thất nghiệp về quê được không?' }).waitFor()
    await tabTo('link "Chuyển nơi lãnh thất nghiệp về quê được không?')
    await hoa.keyboard.press('Enter')
    await hoa.getByRole('button', { name: 'Sửa câu này' }).waitFor()
    await tabTo('button "Sửa câu này"')
    await hoa.keyboard.press('Enter')
    await hoa.getByLabel('Tên của bản sửa này').waitFor()
    await tabTo('textbox "Tên của bản sửa này"')
    await hoa.keyboard.press('ControlOrMeta+A')
    await hoa.keyboard.type('Sửa bằng bàn phím')
    await tabTo('textbox "Câu trả lời"')
    await hoa.keyboard.press('ControlOrMeta+End')
    await hoa.keyboard.type(' Bác nhớ mang giấy giới thiệu.')
    await tabTo('button "Gửi duyệt"')
    await hoa.keyboard.press('Enter')
    await hoa.getByText('không tự duyệt').waitFor({ timeout: GATE_MS })
    expect(office.troubles).toEqual([])
  }, 600_000)

  test('an agent is suspended without a mouse: at once, and the audit says why', async () => {
    await hoa.goto(`${office.program.url}/quan-tri/nhan-vien-thu`)
    await tabTo('textbox "Tìm theo tên, mã hoặc tổ chức"')
    const found = hoa.waitForResponse((answer) => answer.url().includes('find=mau+an&'))
    await hoa.keyboard.type('mau an')
    await found
    const change = hoa.getByRole('button', { name: /^Đổi tình trạng của/ })
    await expect.poll(() => change.count()).toBe(1)
    await tabTo('button "Đổi tình trạng của')
    await hoa.keyboard.press('Enter')
    await tabTo('combobox "Tình trạng mới"')
    await hoa.keyboard.type('Tạm')
    await tabTo('textbox "Lý do"')
    await hoa.keyboard.type('hết hợp đồng đại lý')
    await office.look(hoa, 'standing')
    await tabTo('button "Đổi ngay"')
    await hoa.keyboard.press('Enter')
    await hoa.getByText(/Đã đổi tình trạng của/).waitFor()
    await hoa.getByText('Lý do: hết hợp đồng đại lý').waitFor()
    await hoa.getByRole('link', { name: 'Nhật ký thay đổi' }).click()
    await hoa.getByText('đổi tình trạng nhân viên thu').first().waitFor()
    expect(office.troubles).toEqual([])
  }, 300_000)
})
