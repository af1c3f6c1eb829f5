import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import express from 'express'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { pageRoutes } from '../../src/console/page-routes.ts'
import type { PastLead } from '../../src/leads/past-lead.ts'
import type { Clock } from '../../src/ports.ts'
import { consoleSite } from './console-site.ts'
import { chromiumPath } from './needs.ts'
import { draft } from './store-work.ts'

const WIDTH = 360
const HEIGHT = 740
const WAIT_MS = 20_000
/** A village at the edge of a cell: 400 kbit/s down, 150 up, 400 ms there and back. */
const WEAK_LINE = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 19_000 }

/** The API and the built pages on a real port; `loseNext()`: the next act is done, but its answer never arrives. */
export async function agentSite(store: Store, clock: Clock) {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', 'pages'], { stdio: ['ignore', 2, 2] })
  if (built.status !== 0) throw new Error('the pages could not be built')
  let isLosing = false
  const loser = express.Router().use((req, res, next) => {
    if (isLosing && req.path.endsWith('/acts')) {
      isLosing = false
      res.json = () => {
        req.socket.destroy()
        return res
      }
    }
    next()
  })
  const site = await consoleSite(store, clock, {
    before: [{ at: '/api', router: loser }],
    after: [{ at: '/', router: pageRoutes(join(process.cwd(), 'dist', 'console')) }],
  })
  return { ...site, loseNext: () => void (isLosing = true) }
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking'],
  })
}

/** A phone held upright; what breaks in its pages is collected in `troubles`. */
export async function agentPhone(browser: Browser) {
  const context = await browser.newContext({
    viewport: { width: WIDTH, height: HEIGHT },
    ...{ isMobile: true, hasTouch: true, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
  })
  await readyForTests(context)
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT_MS)
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  return { context, page, troubles }
}

/** Puts axe and our questions into every page of this browser. */
export async function readyForTests(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axe.source })
  await context.addInitScript({ path: 'test/support/in-browser.js' })
}

/** The line of this phone: weak, or cut; for its pages and for their service worker. */
export async function lineOf(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const set = async (offline: boolean) => {
    await session.send('Network.emulateNetworkConditions', { offline, ...WEAK_LINE })
    await page.context().setOffline(offline)
    await session.send('Network.emulateNetworkConditions', { offline, ...WEAK_LINE })
  }
  await set(false)
  return { cut: () => set(true), mend: () => set(false) }
}

/** Asks the page through test/support/in-browser.js. */
export function inBrowser<T>(
  page: Page,
  what: 'seriousFindings' | 'tooSmall' | 'keepFiles' | 'filesMissing' | 'everythingKept',
): Promise<T> {
  return page.evaluate<T>(`inBrowser.${what}()`)
}

let made = 0

/** A lead of agent "a" that waits to be accepted, as the bot left it. */
export function offeredLead(now: Date, changes: Partial<PastLead['draft']> = {}): PastLead {
  made += 1
  const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
  return {
    ...{ id: `a9e00000-0000-4000-8000-${String(made).padStart(12, '0')}`, code: `PT${1000 + made}` },
    ...{ user: `người ${made}`, agent: 'a', meetingCode: '4827', state: 'offered' },
    ...{ capturedAt: now, acceptBefore: later(2), callBefore: later(6) },
    ...{ acceptedAt: undefined, outcome: undefined },
    draft: draft({
      phone: `+8498${String(made).padStart(7, '0')}`,
      worry: 'cost',
      explained: ['Mức đóng BHXH tự nguyện thấp nhất', 'Nhà nước hỗ trợ bao nhiêu'],
      quote: {
        on: '2026-11-27',
        say: 'Mỗi tháng bác nộp 264.000 đồng.\nNhà nước góp 66.000 đồng.',
        receipt: 'R1.eyJydWxlIjoidm9sdW50YXJ5LWNvbnRyaWJ1dGlvbiJ9.a91f0c',
      },
      ...changes,
    }),
    facts: [{ fact: 'captured', actor: 'citizen', detail: '', at: now }],
  }
}
