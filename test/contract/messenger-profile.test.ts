import { afterEach, expect, test } from 'vitest'
import { loadPageProfile } from '../../src/adapters/files/load-page-profile.ts'
import { profileBody, setProfile } from '../../src/adapters/messenger/profile.ts'
import { pageProfile } from '../../src/conversation/page-profile.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { sample } from '../support/channel-samples.ts'
import { messengerPair } from '../support/fake-platforms.ts'
import { knowledge, startTalk } from '../support/talk.ts'

const profile = loadPageProfile('.')
const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

test('the body has the shape of the sample request, and Get Started is the payload the adapter knows', () => {
  const like = pageProfile.parse({
    greeting: 'Chào {{user_first_name}}! Trợ lý tự động BHXH sẵn sàng hỗ trợ.',
    iceBreakers: [{ title: 'Đóng BHXH tự nguyện bao nhiêu?', faq: 'x' }],
    menu: [
      { title: 'Mức đóng', go: 'x' },
      { title: 'Trang chính thức', page: '/' },
    ],
  })
  const expected = structuredClone(sample('messenger', 'profile.request.set')) as {
    ice_breakers: { call_to_actions: object[] }[]
    persistent_menu: { call_to_actions: object[] }[]
  }
  const [questions] = expected.ice_breakers
  const [menu] = expected.persistent_menu
  if (!questions || !menu) throw new Error('the sample has both')
  questions.call_to_actions = [{ question: 'Đóng BHXH tự nguyện bao nhiêu?', payload: '#faq:x' }]
  menu.call_to_actions = [
    { type: 'postback', title: 'Mức đóng', payload: '#go:x' },
    { type: 'web_url', title: 'Trang chính thức', url: 'https://a.vn/', webview_height_ratio: 'full' },
  ]
  expect(profileBody(like, 'https://a.vn')).toEqual(expected)
})

test('every question and menu entry leads where it says: nothing of it ends at "not understood"', async () => {
  const talk = startTalk('2026-11-24')
  const lost = knowledge.home.say('not-understood', {})[0] ?? ''
  for (const item of [...profile.iceBreakers, ...profile.menu]) {
    if ('page' in item) continue
    const payload = 'go' in item ? `#go:${item.go}` : `#faq:${item.faq}`
    const isMenu = 'go' in item && item.go === 'menu'
    const { replies } = await talk.say({ kind: 'words', text: item.title, payload })
    const said = replies.map(({ text }) => text).join('\n')
    expect(said).not.toContain(lost)
    if (!isMenu) expect(said).not.toContain('Bác muốn hỏi gì ạ?')
  }
})

test('the fake takes it, as Meta would, with the proof', async () => {
  const pair = await messengerPair()
  open.push(pair.close)
  const page = { apiBase: pair.api, pageToken: 'page-token', appSecret: 'app-secret' }
  const body = profileBody(profile, 'https://a.vn')
  expect(await setProfile(page, body)).toBeUndefined()
  expect(pair.fake.profile()).toEqual(body)
  expect(await setProfile({ ...page, pageToken: 'old' }, body)).toMatch(/^190/)
  expect(
    await setProfile(page, { ...body, ice_breakers: [{ call_to_actions: [{}, {}, {}, {}, {}] }] }),
  ).toMatch(/^100/)
})

test.each([
  ['a gateway page', { status: 502, body: '<html>' }, 'HTTP 502'],
  ['a closed socket', 'hang-up', 'network: ECONNRESET'],
] as const)('%s is said plainly and tells no token', async (_, answer, trouble) => {
  const platform = await cannedPlatform(answer)
  open.push(platform.close)
  const page = { apiBase: platform.url, pageToken: 'INVENTED', appSecret: 's' }
  expect(await setProfile(page, {})).toBe(trouble)
})

test.each([
  ['greeting', { greeting: 'ạ'.repeat(161) }],
  ['iceBreakers', { iceBreakers: Array.from({ length: 5 }, () => ({ title: 'x', go: 'menu' })) }],
  ['menu', { menu: [{ title: 'ạ'.repeat(31), go: 'menu' }] }],
])('a %s beyond the limits of Meta is refused before it is sent', (_, change) => {
  expect(pageProfile.safeParse({ ...profile, ...change }).success).toBe(false)
})
