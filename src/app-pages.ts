import type { Store } from './adapters/postgres/store.ts'
import type { Desk } from './bot/desk.ts'
import type { Config } from './config.ts'
import type { Page, PageFacts, Pages } from './pages/page.ts'

/** The pages of this moment, kept up with the store. */
export interface OpenPages extends Pages {
  /** Reads the store again: after a change, and every few seconds, because another process may have made one. */
  reload(): Promise<void>
  close(): Promise<void>
}

const RELOAD_EVERY_MS = 10_000

/** The pages of the environment, which come first, and those in the store. Without a store (simulator) only the first. */
export async function openPages(
  first: readonly Page[],
  store: Store['pages'] | undefined,
  alarm: (what: string, detail: Readonly<Record<string, string>>) => void,
): Promise<OpenPages> {
  let known: readonly Page[] = first
  const isFirst = ({ channel, id }: Page) => first.some((page) => page.channel === channel && page.id === id)
  const reload = async () => {
    const kept = (await store?.list()) ?? []
    known = settled(known, [...first, ...kept.filter((page) => !isFirst(page))])
  }
  await reload()
  const failed = (error: unknown) =>
    alarm('pages not read', { error: error instanceof Error ? error.name : '' })
  const timer = setInterval(() => void reload().catch(failed), RELOAD_EVERY_MS)
  timer.unref()
  return {
    all: () => known,
    find: (channel, id) => known.find((page) => page.channel === channel && page.id === id),
    reload,
    async close() {
      clearInterval(timer)
    },
  }
}

/** Keeps the objects, and the list, of what has not changed: channels and bots are made once for each. */
function settled(before: readonly Page[], now: readonly Page[]): readonly Page[] {
  const same = new Map(before.map((page) => [JSON.stringify(page), page]))
  const after = now.map((page) => same.get(JSON.stringify(page)) ?? page)
  const unchanged = after.length === before.length && after.every((page, i) => page === before[i])
  return unchanged ? before : after
}

/** The pages the environment describes: at most one of each platform, whole or not at all (config.ts sees to that). */
export function pagesOfEnvironment(config: Config): readonly Page[] {
  const { platforms } = config
  return [
    ...(platforms.zalo ? [zaloPage(config)] : []),
    ...(platforms.messenger ? [messengerPage(config)] : []),
  ]
}

/** Where the page of the environment stands. */
export function factsOfEnvironment(config: Config): Omit<PageFacts, 'channel' | 'id'> {
  const { PROVINCE: province, OPERATOR: voice, OFFICE_HOURS: hours, HOTLINE: hotline } = config
  return { province, commune: undefined, voice, hours, hotline }
}

function zaloPage(config: Config): Page {
  const { ZALO_TEMPLATE_NEW_LEAD: templateNewLead, ZALO_TEMPLATE_SIGN_IN: templateSignIn } = config
  const { ZALO_TEMPLATE_NEW_CALLER: templateNewCaller } = config
  const { ZALO_TEMPLATE_NEW_CALLER_BY_ID: templateNewCallerById } = config
  const keys = {
    appId: config.ZALO_APP_ID ?? '',
    appSecret: config.ZALO_APP_SECRET ?? '',
    oaSecret: config.ZALO_OA_SECRET ?? '',
    ...(templateNewLead === undefined ? {} : { templateNewLead }),
    ...(templateSignIn === undefined ? {} : { templateSignIn }),
    ...(templateNewCaller === undefined ? {} : { templateNewCaller }),
    ...(templateNewCallerById === undefined ? {} : { templateNewCallerById }),
  }
  return { ...factsOfEnvironment(config), channel: 'zalo', id: config.ZALO_OA_ID ?? '', keys }
}

function messengerPage(config: Config): Page {
  const keys = {
    pageToken: config.MESSENGER_PAGE_TOKEN ?? '',
    appSecret: config.MESSENGER_APP_SECRET ?? '',
    verifyToken: config.MESSENGER_VERIFY_TOKEN ?? '',
    ...(config.MESSENGER_APP_ID !== undefined && { appId: config.MESSENGER_APP_ID }),
    ...(config.MESSENGER_THREAD_CONTROL === 'on' && { threadControl: config.MESSENGER_THREAD_CONTROL }),
    ...(config.MESSENGER_HUMAN_AGENT === 'granted' && { humanAgent: config.MESSENGER_HUMAN_AGENT }),
  }
  return { ...factsOfEnvironment(config), channel: 'messenger', id: config.MESSENGER_PAGE_ID ?? '', keys }
}

/** What the bot says of the page it speaks on; of a page that is gone, what the environment says. */
export function deskOf(config: Config, page: Page | undefined): Desk {
  const { province, voice, hours, hotline } = page ?? factsOfEnvironment(config)
  return {
    operator: voice,
    home: province,
    hotline,
    officeHours: hours,
    privacyUrl: `${config.PUBLIC_URL}/privacy`,
    retentionDays: config.RETENTION_DAYS,
  }
}
