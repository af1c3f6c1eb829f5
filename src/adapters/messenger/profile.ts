import { z } from 'zod'
import { payload } from '../../conversation/meant-by.ts'
import type { PageProfile } from '../../conversation/page-profile.ts'
import { callPlatform } from '../platform/call-platform.ts'
import { proofOf } from './proof.ts'
import { GET_STARTED } from './said-in-event.ts'

export interface ProfilePage {
  readonly apiBase: string
  readonly pageToken: string
  readonly appSecret: string
}

const TIMEOUT_MS = 10_000
const done = z.object({ result: z.literal('success') })
const failed = z.object({ error: z.object({ code: z.number(), message: z.string().catch('') }) })

/** The body of `POST me/messenger_profile`. `publicUrl`: where pages of ours are, without a slash at the end. */
export function profileBody({ greeting, iceBreakers, menu }: PageProfile, publicUrl: string): object {
  return {
    get_started: { payload: GET_STARTED },
    greeting: [{ locale: 'default', text: greeting }],
    ice_breakers: [
      {
        call_to_actions: iceBreakers.map((one) => ({ question: one.title, payload: payloadOf(one) })),
        locale: 'default',
      },
    ],
    persistent_menu: [
      {
        locale: 'default',
        composer_input_disabled: false,
        call_to_actions: menu.map((item) => menuItem(item, publicUrl)),
      },
    ],
  }
}

function menuItem(item: PageProfile['menu'][number], publicUrl: string): object {
  const { title } = item
  if (!('page' in item)) return { type: 'postback', title, payload: payloadOf(item) }
  return { type: 'web_url', title, url: `${publicUrl}${item.page}`, webview_height_ratio: 'full' }
}

function payloadOf(item: { readonly go: string } | { readonly faq: string }): string {
  return 'go' in item ? payload.go(item.go) : payload.faq(item.faq)
}

/** Puts the profile on a Page; undefined when Meta took it, else what it said. */
export async function setProfile(
  { apiBase, pageToken, appSecret }: ProfilePage,
  body: object,
): Promise<string | undefined> {
  const called = await callPlatform({
    url: `${apiBase}/me/messenger_profile`,
    query: { access_token: pageToken, appsecret_proof: proofOf(pageToken, appSecret) },
    body,
    timeoutMs: TIMEOUT_MS,
  })
  if (called.kind !== 'answer') return 'detail' in called ? called.detail : called.kind
  if (done.safeParse(called.body).success) return undefined
  const error = failed.safeParse(called.body)
  return error.success ? `${error.data.error.code}: ${error.data.error.message}` : `HTTP ${called.status}`
}
