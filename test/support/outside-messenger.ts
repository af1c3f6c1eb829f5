import { fakeMessenger, type FakeMessenger } from '../../src/simulator/fake-messenger/fake-messenger.ts'
import type { FakeMessengerOptions } from '../../src/simulator/fake-messenger/options.ts'
import { desk } from './talk.ts'
import { listen } from './listen.ts'
import type { Environment } from './running-program.ts'

const keys = { pageId: '1088', appSecret: 'app-secret', pageToken: 'page-token' }
const AGAIN_EVERY_MS = 250
const TRIES = 2_000

/** Messenger outside the program, as in real life: its own server, and it goes on when the program dies. */
export interface OutsideMessenger {
  readonly messenger: FakeMessenger
  /** The settings with which the program meets it, and speaks for the page of test/support/talk.ts. */
  readonly env: Environment
  close(): Promise<unknown>
}

/** It brings every webhook again and again until it is taken. */
export async function outsideMessenger(
  port: string,
  options: Partial<FakeMessengerOptions> = {},
): Promise<OutsideMessenger> {
  const server = await listen()
  const messenger = fakeMessenger({
    ...keys,
    appId: 455,
    webhookUrl: `http://127.0.0.1:${port}/webhooks/messenger`,
    ladderMs: Array.from({ length: TRIES }, () => AGAIN_EVERY_MS),
    disables: false,
    ...options,
  })
  server.app.use('/v26.0', messenger.router)
  return {
    messenger,
    env: settings(`${server.url}/v26.0`, port),
    close: () => server.close(),
  }
}

function settings(apiBase: string, port: string): Environment {
  return {
    PORT: port,
    MESSENGER_PAGE_ID: keys.pageId,
    MESSENGER_PAGE_TOKEN: keys.pageToken,
    MESSENGER_APP_SECRET: keys.appSecret,
    MESSENGER_VERIFY_TOKEN: 'verify-token',
    MESSENGER_API_BASE: apiBase,
    PUBLIC_URL: desk.privacyUrl.replace('/privacy', ''),
    OPERATOR: desk.operator,
    HOTLINE: desk.hotline ?? '',
    OFFICE_HOURS: desk.officeHours,
    RETENTION_DAYS: String(desk.retentionDays),
    PROVINCE: 'Nghệ An',
  }
}
