import { z } from 'zod'
import type { ChannelName } from '../ports.ts'

const text = z.string().min(1)

/** What one Official Account is reached with. The OA secret signs webhooks and is not the app secret. */
export const zaloPageKeys = z.strictObject({
  appId: text,
  appSecret: text,
  oaSecret: text,
  templateNewLead: text.optional(),
  templateSignIn: text.optional(),
  templateNewCaller: text.optional(),
  templateNewCallerById: text.optional(), // to whom wrote to the OA, by their id there
})

/** What one Facebook Page is reached with. Pages of one app share its secret; each has its own token. */
export const messengerPageKeys = z.strictObject({
  pageToken: text,
  appSecret: text,
  verifyToken: text,
  appId: text.optional(), // whose echoes and threads are ours
  threadControl: z.literal('on').optional(), // conversation routing is set up: the thread is passed to the page's inbox
  humanAgent: z.literal('granted').optional(), // Meta's review gave the app the Human Agent feature
})

type ZaloPageKeys = z.output<typeof zaloPageKeys>
type MessengerPageKeys = z.output<typeof messengerPageKeys>

/** The platforms that have pages. */
export type PageChannel = Exclude<ChannelName, 'bot-framework'>

/** Where a page stands, as whom it speaks, and how a person there is reached when the bot cannot help. */
export interface PageFacts {
  readonly channel: PageChannel
  readonly id: string // the platform's: the `desk` of everyone who writes to it
  readonly province: string // code
  readonly commune: string | undefined // code
  readonly voice: string // whose page it says it is: "BHXH tỉnh Nghệ An"
  readonly hours: string
  readonly hotline: string | undefined
}

export type ZaloPage = PageFacts & { readonly channel: 'zalo'; readonly keys: ZaloPageKeys }
export type MessengerPage = PageFacts & { readonly channel: 'messenger'; readonly keys: MessengerPageKeys }

/** One Official Account or Facebook Page we speak for. */
export type Page = ZaloPage | MessengerPage

/** The pages we speak for at this moment. A page that has not changed stays the same object. */
export interface Pages {
  all(): readonly Page[]
  find(channel: ChannelName, id: string): Page | undefined
}
