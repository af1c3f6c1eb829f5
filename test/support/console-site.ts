import { TOTP, Secret } from 'otpauth'
import { argonHasher } from '../../src/adapters/credentials/password-hasher.ts'
import { totpFactor } from '../../src/adapters/credentials/second-factor.ts'
import { loadPlaces } from '../../src/adapters/files/load-places.ts'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { memoryRateLimit } from '../../src/adapters/memory/memory-rate-limit.ts'
import { agentParts, deskParts, leadsParts, strangeCallersParts } from '../../src/app-agents.ts'
import { numbersParts } from '../../src/app-numbers.ts'
import { sheetParts } from '../../src/app-sheets.ts'
import type { AskPlatform } from '../../src/asking-ports.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { areas, type AreaParts } from '../../src/console/api/areas.ts'
import type { HandOverParts } from '../../src/console/api/hand-overs.ts'
import type { NumbersParts } from '../../src/console/api/numbers.ts'
import type { OperationsParts } from '../../src/console/api/operations.ts'
import type { QuestionParts } from '../../src/console/api/questions.ts'
import { apiRouter } from '../../src/console/api/router.ts'
import type { Mounted } from '../../src/http/server.ts'
import type { SignInParts } from '../../src/console/sign-in/sign-in-parts.ts'
import type { Page, Pages } from '../../src/pages/page.ts'
import type { Places } from '../../src/places/places.ts'
import { dataRequestDues } from '../../src/policy/data-request-dues.ts'
import type { Clock, Notice } from '../../src/ports.ts'
import type { NewAccount } from '../../src/staff/account.ts'
import type { Mail } from '../../src/staff/ports.ts'
import type { Role } from '../../src/staff/role.ts'
import { answerDeskOver } from './answer-desk.ts'
import { decreeDeskOver } from './decree-desk.ts'
import { serve } from './serve.ts'

interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly cookie: string
}

const wide = (name: string) => memoryRateLimit({ name, times: 100_000, seconds: 60 })
export const password = 'một mật khẩu thật dài'

/** The API on a free port, over a test store: what was sent to phones and mail-boxes is kept to be looked at. */
export async function consoleSite(
  store: Store,
  clock: Clock,
  {
    signIn,
    secure = false,
    before = [],
    after = [],
    ...changes
  }: Partial<Omit<AreaParts, 'signIn'>> & {
    readonly signIn?: Partial<SignInParts>
    readonly secure?: boolean
    readonly before?: readonly Mounted[] // ahead of the API
    readonly after?: readonly Mounted[] // as the pages
  } = {},
) {
  const notices: Notice[] = []
  const mails: Mail[] = []
  const parts: SignInParts = {
    ...store.staff,
    hasher: argonHasher(),
    factor: totpFactor(clock),
    notifier: {
      tell: async (notice) => {
        notices.push(notice)
        return { kind: 'sent', platformId: 'x' }
      },
    },
    mailer: { send: async (mail) => mails.push(mail) > 0 },
    federation: undefined,
    limits: { pair: wide('p'), account: wide('a'), address: wide('d'), code: wide('c') },
    publicUrl: 'http://an-sinh.test',
    ...signIn,
  }
  const answers = changes.answers ?? answerDeskOver(store)
  const router = apiRouter({
    areas: areas({
      ...{
        staff: store.staff,
        operations: operationsOver(store, clock),
        strangeCallers: strangeCallersParts({ root: '.', store, places: placesOnce }),
        answers,
        desk: deskParts({ store, clock, places: placesOnce }),
        decrees: decreeDeskOver(store),
        handOvers: handOversOver(store, clock),
        questions: questionsOver(store, clock),
        numbers: numbersOver(store, clock),
        sheets: sheetParts({ config: { PROVINCE: '40' }, places: placesOnce, store, answers, clock }),
        leads: leadsParts({ store, clock, places: placesOnce, pages: handOversOver(store, clock).pages }),
        ...agentParts({ root: '.', store, clock, policy: () => loadPolicy('knowledge/policy') }),
      },
      ...{ ...changes, signIn: parts },
    }),
    signedIn: (token) => store.staff.sessions.find(token),
    cookie: { secure },
    limit: wide('api'),
  })
  const site = await serve({ parts: [...before, { at: '/api', router }, ...after] })
  return { ...site, notices, mails, call: caller(site.url) }
}

function operationsOver(store: Store, clock: Clock): OperationsParts {
  const policy = loadPolicy('knowledge/policy')
  return {
    ...{ clock, operations: store.operations, dataRequests: store.dataRequests },
    figures: () => store.figures(),
    dues: (asked) => dataRequestDues(asked, policy),
    pages: () => [
      { channel: 'zalo', id: 'trang', voice: 'BHXH tỉnh mẫu' },
      { channel: 'messenger', id: 'im-lang', voice: 'BHXH tỉnh mẫu' },
      { channel: 'zalo', id: '1876', voice: 'BHXH tỉnh mẫu' },
    ],
    ...{ letters: store.deadLetters, audit: store.staff.audit },
    askConsent: async (oa) => `http://an-sinh.test/${await store.zaloConsents.ask(oa)}`,
  }
}

/** Talks of one page on each platform; every word with a digit in it counts as personal. */
export function handOversOver(store: Store, clock: Clock): HandOverParts {
  const facts = { province: '40', commune: undefined, hours: '', hotline: undefined, voice: 'BHXH tỉnh mẫu' }
  const zalo = {
    ...facts,
    channel: 'zalo',
    id: 'trang',
    keys: { appId: 'a', appSecret: 'b', oaSecret: 'c' },
  } as const
  const keys = { pageToken: 'a', appSecret: 'b', verifyToken: 'c' }
  const all: readonly Page[] = [zalo, { ...facts, channel: 'messenger', id: 'trang', keys }]
  const pages: Pages = {
    all: () => all,
    find: (channel, id) => all.find((page) => page.channel === channel && page.id === id),
  }
  const mask = (said: string) => said.replace(/\S*\d\S*/g, '…')
  const asking: AskPlatform = {
    standing: async () => ({ kind: 'try-later', afterMs: 1, detail: 'nobody there' }),
    nameOf: async () => undefined,
  }
  return {
    desk: store.handOverDesk,
    audit: store.staff.audit,
    pages,
    mask,
    clock,
    asking,
    askLimit: wide('ask'),
  }
}

function numbersOver(store: Store, clock: Clock): NumbersParts {
  const { pages } = handOversOver(store, clock)
  return numbersParts({ places: placesOnce, store, clock, pages, answers: answerDeskOver(store) })
}

/** The search finds nothing, whatever is asked. */
function questionsOver(store: Store, clock: Clock): QuestionParts {
  const because = { repaired: [], asked: [], ours: 0, sure: 0, ranked: [] }
  const ask = () => ({ kind: 'decline', entries: [], shown: 0, say: [], because }) as const
  const { pages } = handOversOver(store, clock)
  return { questions: store.questions, answers: answerDeskOver(store), ask, pages, clock }
}

/** One call as our own pages make it; `headers` may change that. */
function caller(url: string) {
  return async (
    key: string,
    { body, cookie, headers }: { body?: unknown; cookie?: string; headers?: Record<string, string> } = {},
  ): Promise<Answered> => {
    const [method = 'GET', path = ''] = key.split(' ')
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: (text.startsWith('{') ? JSON.parse(text) : {}) as Answered['body'], // the API answers objects
      cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    }
  }
}

/** What an authenticator app shows now, `ahead` steps later. */
export function codeNow(secret: string, clock: Clock, ahead = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: 30 })
  return totp.generate({ timestamp: clock.now().getTime() + ahead * 30_000 })
}

let counted = 0

let places: Places | undefined
const placesOnce = () => (places ??= loadPlaces('.'))

/** An account of this role, ready to be used, and a session in it. */
export async function accountWith(
  store: Store,
  role: Role,
  more: Pick<NewAccount, 'email' | 'agent' | 'province' | 'commune'> = {},
) {
  counted += 1
  const login = `${role}-${process.pid}-${counted}`
  const made = await store.staff.accounts.create({ login, name: `Người ${role}`, role, ...more }, 'test')
  if ('taken' in made) throw new Error('taken')
  const hash = await argonHasher().hash(password)
  const secret = await store.staff.accounts.setPassword(made.id, hash, 'test')
  const session = async () => `an-sinh=${await store.staff.sessions.open(made.id, 'máy thử')}`
  return { id: made.id, login, secret, session }
}
