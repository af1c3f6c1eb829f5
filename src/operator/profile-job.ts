import { loadPageProfile } from '../adapters/files/load-page-profile.ts'
import { type ProfilePage, profileBody, setProfile } from '../adapters/messenger/profile.ts'
import type { StoreJob, StoreJobParts } from './store-jobs.ts'

/** The first screen of every Messenger page, or of one: shown with --dry-run, else put there. */
export const profileJob: StoreJob = async (words, parts) => {
  const { config, root } = parts
  const body = profileBody(loadPageProfile(root), config.PUBLIC_URL)
  if (words.includes('--dry-run')) return [JSON.stringify(body, undefined, 2)]
  const [only] = words
  const pages = (await messengerPages(parts)).filter(({ id }) => only === undefined || id === only)
  if (pages.length === 0) throw new Error('không có trang Messenger nào để đặt; xem pages list')
  const lines: string[] = []
  for (const { id, page } of pages) {
    const trouble = await setProfile(page, body)
    if (trouble !== undefined)
      throw new Error([...lines, `Trang ${id}: Meta không nhận (${trouble}).`].join('\n'))
    lines.push(`Trang ${id}: đã đặt lời chào, câu hỏi mẫu và thực đơn.`)
  }
  return lines
}

async function messengerPages({ store, config }: StoreJobParts) {
  const { MESSENGER_API_BASE: apiBase, MESSENGER_PAGE_ID: id, platforms } = config
  const kept = (await store.pages.list()).flatMap((page) =>
    page.channel === 'messenger' && page.id !== id ? [{ id: page.id, page: { apiBase, ...page.keys } }] : [],
  )
  return platforms.messenger ? [{ id: id ?? '', page: ofEnvironment(config) }, ...kept] : kept
}

function ofEnvironment(config: StoreJobParts['config']): ProfilePage {
  const { MESSENGER_API_BASE: apiBase, MESSENGER_PAGE_TOKEN, MESSENGER_APP_SECRET } = config
  return { apiBase, pageToken: MESSENGER_PAGE_TOKEN ?? '', appSecret: MESSENGER_APP_SECRET ?? '' }
}
