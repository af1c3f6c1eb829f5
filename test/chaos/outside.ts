import { fakeMessenger, type FakeMessenger } from '../../src/simulator/fake-messenger/fake-messenger.ts'
import { fakeZalo, type FakeZalo } from '../../src/simulator/fake-zalo/fake-zalo.ts'
import { listen } from '../support/listen.ts'
import type { Environment } from '../support/running-program.ts'
import { CONSENT_CALLBACK } from '../../src/http/zalo-consent.ts'
import { PUBLIC_URL, VERIFIER } from './administrator.ts'
import type { Dice } from './dice.ts'
import type { Mishaps } from './mishaps.ts'

const keys = {
  zalo: { appId: '4410', appSecret: 'app-secret', oaId: '1876', oaSecret: 'oa-secret' },
  messenger: { pageId: '1088', appSecret: 'app-secret', pageToken: 'page-token' },
}
const REFRESH_TOKEN = 'first-refresh-token'
/** Again soon, then every two seconds for as long as it takes: a run must end, but no event may be given up. */
const ladderMs = [200, 500, 1_000, ...Array.from({ length: 1_000 }, () => 2_000)]
/** Longer than real ones are (2 s and 5 s): on a busy machine those would mostly make more copies. */
const TIMEOUT_MS = 10_000
const COPIES = 3
const SCATTER_MS = 150

/** When an event first went out, and when it was first taken: by the machine's clock, whatever the platform's says. */
interface Passage {
  postedAt: number
  takenAt: number
}

/** Both platforms, outside of every worker, as in real life: they go on when workers die. */
export interface Outside {
  readonly zalo: FakeZalo
  readonly messenger: FakeMessenger
  /** By the message's id. */
  readonly passages: ReadonlyMap<string, Passage>
  /** Does something by the platform's clock. */
  at<T>(instant: number, act: () => T): T
  readonly env: Environment
  /** Where Zalo asks an OA's administrator, and for which app. */
  readonly consents: { readonly appId: string; readonly oauthBase: string }
  close(): Promise<unknown>
}

export async function openOutside(webhookPort: number, dice: Dice, mishaps: Mishaps): Promise<Outside> {
  const server = await listen()
  const passages = new Map<string, Passage>()
  let clock: number | undefined
  const habits = {
    now: () => new Date(clock ?? Date.now()),
    ladderMs,
    disables: false,
    timeoutMs: TIMEOUT_MS,
    receipts: false,
    random: dice.fork().roll,
    mishap: mishaps.message,
    witness: (event: object, what: 'posted' | 'taken') => note(passages, event, what),
  }
  const webhooks = `http://127.0.0.1:${webhookPort}/webhooks`
  const zalo = fakeZalo({
    ...habits,
    ...keys.zalo,
    refreshToken: REFRESH_TOKEN,
    redirectUris: [PUBLIC_URL + CONSENT_CALLBACK],
    webhookUrl: `${webhooks}/zalo`,
    callsPerMinute: 1_000_000,
    noticeMishap: mishaps.notice,
    noticeReceipts: true, // so that a notice cut off by a crash is not sent twice
  })
  const messenger = fakeMessenger({
    ...habits,
    ...keys.messenger,
    appId: 455,
    webhookUrl: `${webhooks}/messenger`,
  })
  for (const { webhooks: sender } of [zalo, messenger]) {
    Object.assign(sender.knobs, { copies: COPIES, scatterMs: SCATTER_MS })
  }
  server.app.use('/zalo', zalo.router)
  server.app.use('/v26.0', messenger.router)
  return {
    ...{ zalo, messenger, passages },
    at(instant, act) {
      clock = instant
      try {
        return act()
      } finally {
        clock = undefined
      }
    },
    env: settings(server.url),
    consents: { appId: keys.zalo.appId, oauthBase: `${server.url}/zalo` },
    close: () => server.close(),
  }
}

function note(passages: Map<string, Passage>, event: object, what: 'posted' | 'taken'): void {
  const { message } = event as { message?: { mid?: string; msg_id?: string } } // our own fakes made it
  const id = message?.mid ?? message?.msg_id
  if (id === undefined) return
  const passage = passages.get(id) ?? { postedAt: performance.now(), takenAt: Infinity }
  passages.set(id, passage)
  if (what === 'taken') passage.takenAt = Math.min(passage.takenAt, performance.now())
}

function settings(base: string): Environment {
  return {
    ZALO_APP_ID: keys.zalo.appId,
    ZALO_APP_SECRET: keys.zalo.appSecret,
    ZALO_OA_ID: keys.zalo.oaId,
    ZALO_OA_SECRET: keys.zalo.oaSecret,
    ZALO_REFRESH_TOKEN: REFRESH_TOKEN,
    ZALO_API_BASE: `${base}/zalo`,
    ZALO_OAUTH_BASE: `${base}/zalo`,
    ZALO_TEMPLATE_BASE: `${base}/zalo`,
    ZALO_TEMPLATE_NEW_LEAD: 'new-lead',
    ZALO_TEMPLATES_AT_NIGHT: 'send',
    MESSENGER_PAGE_ID: keys.messenger.pageId,
    MESSENGER_PAGE_TOKEN: keys.messenger.pageToken,
    MESSENGER_APP_SECRET: keys.messenger.appSecret,
    MESSENGER_VERIFY_TOKEN: 'verify-token',
    MESSENGER_API_BASE: `${base}/v26.0`,
    PROVINCE: 'Nghệ An',
    PUBLIC_URL,
    ZALO_CODE_VERIFIER: VERIFIER,
    HOTLINE: '0238 000 000',
    MAX_WAITING: '100000',
    BOT_TODAY: '2026-11-27',
  }
}
