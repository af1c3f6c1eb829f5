import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { keyboardOn } from './keyboard.ts'
import { chromiumPath } from './needs.ts'
import { freePort, type Program, removeData, runCli, startProgram } from './running-program.ts'

const WAIT_MS = 60_000
const shots = process.env['SHOTS_DIR'] ?? mkdtempSync(join(tmpdir(), 'an-sinh-shots-'))
const password = 'một mật khẩu thật dài'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const today = '2026-11-24'

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

export type ConsoleBrowser = Awaited<ReturnType<typeof openConsoleBrowser>>

/** A running program and a real browser in which staff sign in. `troubles`: errors of the pages, to be none. */
export async function openConsoleBrowser() {
  const program = await startProgram({ PORT: String(await freePort()), BOT_TODAY: today })
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  const troubles: string[] = []
  const newPage = () => pageIn(browser, troubles)
  return {
    ...{ program, troubles, newPage, look },
    citizen: async () => citizenOn(await newPage(), program.url),
    signedIn: async (login: string, role = 'admin') => signIn(await newPage(), program, login, role),
    async close() {
      await browser.close()
      await program.end('SIGTERM')
      removeData(program)
    },
  }
}

async function pageIn(browser: Browser, troubles: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT_MS)
  page.on('pageerror', (error) => troubles.push(error.message))
  return page
}

/** Somebody at the simulator's Zalo phone. `hears` waits for words that stand in the talk. */
async function citizenOn(page: Page, url: string) {
  await page.goto(url)
  const phone = page.locator('.phone.zalo')
  const lines = phone.locator('.chat li')
  return {
    lines,
    /** The phone of whoever is told of leads, beside theirs. */
    agent: page.locator('.phone.agent'),
    async say(text: string) {
      await phone.locator('input[name=text]').fill(text)
      await phone.locator('form.say button:not(.staff)').click()
    },
    hears: (text: string) => lines.filter({ hasText: text }).last().waitFor(),
  }
}

export type CitizenAtPhone = Awaited<ReturnType<typeof citizenOn>>

/** An account made on the command line, and its owner signed in with password and authenticator, by the keyboard alone. */
async function signIn(page: Page, program: Program, login: string, role: string): Promise<Page> {
  const env = { PORT: program.port, DATA_DIR: program.dataDir, BOT_TODAY: today }
  const made = await runCli([role, 'create', login, `password=${password}`], env)
  const secret = /secret=([A-Z2-7]+)/.exec(made.said)?.[1] ?? ''
  expect(secret, made.said).not.toBe('')
  await page.goto(`${program.url}/quan-tri`)
  const keys = keyboardOn(page)
  await keys.write(page.getByLabel('Tên đăng nhập'), login)
  await keys.write(page.getByLabel('Mật khẩu', { exact: true }), password)
  await keys.press(page.getByRole('button', { name: 'Tiếp tục' }))
  const code = new TOTP({ secret: Secret.fromBase32(secret), period: 30 }).generate()
  await keys.write(page.getByLabel('Mã trong ứng dụng xác thực'), code)
  await keys.press(page.getByRole('button', { name: 'Đăng nhập' }))
  await page.getByRole('heading', { name: /^Chào/ }).waitFor()
  return page
}

/** Nothing wider than its window at both sizes, pictures of both, and no serious or critical finding of axe. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [1366, 768],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(200)
    await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true })
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
    expect(over, `${name} at ${width} px is wider than its window`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResult>('axe.run()')
  const found = violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    where: nodes.map(({ html }) => html),
  }))
  expect(
    found.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
    name,
  ).toEqual([])
}
