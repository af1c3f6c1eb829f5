import type { Mishap } from '../fake-platform/next-answers.ts'
import { pause, type Witness } from '../fake-platform/webhook-sender.ts'

/** What the fake console would show, and how strict and how quick the platform is. */
export interface FakeZaloOptions {
  readonly appId: string
  readonly appSecret: string
  readonly oaId: string
  readonly oaSecret: string
  readonly webhookUrl: string
  /** The refresh token of the set-up: good for one exchange. */
  readonly refreshToken: string
  readonly accessToken?: string // already issued at the start
  readonly redirectUris?: readonly string[] // registered in the console, compared byte for byte
  readonly people?: readonly string[] // known from the start, having just written
  readonly templates?: readonly string[] // approved template ids; absent: any id
  readonly profileOf?: (userId: string) => object // what a person shares in the contact form
  readonly promotions?: readonly string[] // those of them that promote: refused at night
  readonly personTracking?: boolean // a template to a person's id may carry a tracking id
  readonly phoneOnly?: readonly string[] // template ids that go by phone only
  readonly now?: () => Date
  readonly wait?: (ms: number) => Promise<void>
  readonly random?: () => number
  readonly witness?: Witness
  readonly mishap?: Mishap // of messages
  readonly noticeMishap?: Mishap
  readonly ladderMs?: readonly number[]
  readonly timeoutMs?: number
  readonly disables?: boolean // stop sending after a used-up ladder, as Zalo does
  readonly echoes?: boolean // oa_send_* after each message
  readonly receipts?: boolean // user_received_message, user_seen_message
  readonly noticeReceipts?: boolean // user_received_message of templates by phone; absent: as `receipts`
  readonly callsPerMinute?: number
  /** Token endpoint: a new token kills the old one; errors come with HTTP 200; errors carry a number. */
  readonly rotateKillsOldAccess?: boolean
  readonly error200?: boolean
  readonly numericError?: boolean
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Zalo's own ladder, time-out, limits and manners. */
const zaloHabits = {
  people: [],
  redirectUris: [],
  now: () => new Date(),
  wait: pause,
  ladderMs: [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE],
  timeoutMs: 2 * SECOND,
  disables: true,
  echoes: true,
  receipts: true,
  callsPerMinute: 4_000,
  profileOf: () => ({
    ...{ name: 'Nguyễn Thị Lan', phone: '84912000111', user_dob: '15/08/1986', gender: 'Nữ' },
    full_address: {
      user_city: 'Tỉnh Nghệ An',
      user_ward: 'Phường Thành Vinh',
      user_address: 'Số 12 đường Mẫu',
    },
  }),
  promotions: [],
  personTracking: false,
  phoneOnly: [],
  rotateKillsOldAccess: true,
  error200: true,
  numericError: true,
} as const satisfies Partial<FakeZaloOptions>

export type ZaloHabits = FakeZaloOptions & Required<Pick<FakeZaloOptions, keyof typeof zaloHabits>>

export function withZaloHabits(options: FakeZaloOptions): ZaloHabits {
  return { ...zaloHabits, ...options }
}
