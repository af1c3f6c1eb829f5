import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { likelyVariants } from './adapters/zalo/variants.ts'
import type { Platforms } from './app-channel-parts.ts'
import { factsOfEnvironment } from './app-pages.ts'
import type { Config } from './config.ts'
import type { Mounted } from './http/server.ts'
import type { Page } from './pages/page.ts'
import { fakeMessenger } from './simulator/fake-messenger/fake-messenger.ts'
import { fakeZalo } from './simulator/fake-zalo/fake-zalo.ts'
import { knownPeople } from './simulator/known-people.ts'
import { simulatorTemplates } from './simulator/notice-on-phone.ts'
import { simulator } from './simulator/simulator.ts'

export interface Simulated {
  readonly pages: readonly Page[]
  readonly platforms: Platforms
  readonly parts: readonly Mounted[]
}

const OA = '4318657068771012646'
const PAGE = '104857600000001'
const FAKE_ZALO = '/mo-phong/zalo'
const FAKE_MESSENGER = '/mo-phong/messenger'
/** Our own server is next door: a failed webhook is tried again soon. */
const ladderMs = [200, 500, 1_000, 2_000, 5_000, 10_000]

/** Fake platforms on our own port, with secrets of this start only, and the page that shows them. */
export function openSimulator(config: Config, root: string): Simulated {
  const base = `http://127.0.0.1:${config.PORT}`
  const people = knownPeople(join(config.DATA_DIR, 'simulator-people.json'))
  const habits = { people: people.ids, ladderMs, disables: false }
  const zaloKeys = newZaloKeys()
  const pageKeys = newPageKeys()
  const zalo = fakeZalo({ ...habits, ...zaloKeys, webhookUrl: `${base}/webhooks/zalo` })
  const messenger = fakeMessenger({
    ...habits,
    ...pageKeys,
    appId: 7016,
    webhookUrl: `${base}/webhooks/messenger`,
  })
  const at = base + FAKE_ZALO
  const page = simulator({ zalo, messenger, people, pageFolder: join(root, 'src', 'simulator', 'page') })
  return {
    pages: fakePages(config, zaloKeys, pageKeys),
    platforms: {
      zalo: { apiBase: at, oauthBase: at, templateBase: at, variants: { ...likelyVariants, nights: 'send' } },
      messenger: { apiBase: base + FAKE_MESSENGER },
      firstTokens: new Map([[zaloKeys.oaId, zaloKeys]]),
      keepsTokens: false,
    },
    parts: [
      { at: FAKE_ZALO, router: zalo.router },
      { at: FAKE_MESSENGER, router: messenger.router },
      { at: '/', router: page },
    ],
  }
}

function fakePages(
  config: Config,
  { appId, oaId, appSecret, oaSecret }: ReturnType<typeof newZaloKeys>,
  { pageId, ...pageKeys }: ReturnType<typeof newPageKeys>,
): readonly Page[] {
  const facts = factsOfEnvironment(config)
  const templates = {
    templateNewLead: simulatorTemplates['new-lead'],
    templateSignIn: simulatorTemplates['sign-in-code'],
  }
  return [
    { ...facts, channel: 'zalo', id: oaId, keys: { appId, appSecret, oaSecret, ...templates } },
    { ...facts, channel: 'messenger', id: pageId, keys: { ...pageKeys, verifyToken: secret() } },
  ]
}

const secret = () => randomBytes(24).toString('hex')

function newZaloKeys() {
  const secrets = { appSecret: secret(), oaSecret: secret(), refreshToken: secret(), accessToken: secret() }
  return { appId: '7015', oaId: OA, ...secrets }
}

function newPageKeys() {
  return { pageId: PAGE, appSecret: secret(), pageToken: secret() }
}
