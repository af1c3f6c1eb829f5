import { expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { readConfig } from '../../src/config.ts'
import { storeJobs } from '../../src/operator/store-jobs.ts'
import type { Page } from '../../src/pages/page.ts'

const facts = ['province=Nghe An', 'voice=BHXH xã Vạn An', 'hours=7h30–17h', 'hotline=0238 111 222']
const secrets = ['app-id=4410', 'app-secret=APP-SECRET', 'oa-secret=OA-SECRET']

function desk(env: Readonly<Record<string, string>> = {}) {
  const kept = new Map<string, Page>()
  const keyOf = ({ channel, id }: Pick<Page, 'channel' | 'id'>) => `${channel} ${id}`
  const pages: Store['pages'] = {
    list: async () => [...kept.values()],
    put: async (page) => void kept.set(keyOf(page), page),
    remove: async (channel, id) => kept.delete(keyOf({ channel, id })),
  }
  let told = 0
  const parts = {
    store: { pages } as Store, // the command asks nothing else of it
    config: readConfig(env, () => '40'),
    root: '.',
    pagesChanged: async () => void (told += 1),
  }
  return {
    run: (...words: string[]) => storeJobs['pages']?.(words, parts) ?? Promise.resolve([]),
    page: () => [...kept.values()][0],
    told: () => told,
  }
}

test('a page is added with everything it needs, listed without its secrets, and the program hears of it', async () => {
  const { run, page, told } = desk()
  expect(await run('add', 'zalo', '1876', ...facts, 'commune=Phường Thành Vinh', ...secrets)).toContain(
    'Đã ghi trang zalo 1876.',
  )
  expect(page()).toEqual({
    channel: 'zalo',
    id: '1876',
    province: '40',
    commune: '16681',
    voice: 'BHXH xã Vạn An',
    hours: '7h30–17h',
    hotline: '0238 111 222',
    keys: { appId: '4410', appSecret: 'APP-SECRET', oaSecret: 'OA-SECRET' },
  })
  const [line] = await run('list')
  expect(line).toContain('Phường Thành Vinh, Nghệ An')
  expect(line).not.toMatch(/SECRET|4410/)
  expect(told()).toBe(1)
})

test('set changes what it names and leaves the rest; moving to another province forgets the commune', async () => {
  const { run, page } = desk()
  await run('add', 'zalo', '1876', ...facts, 'commune=Phường Thành Vinh', ...secrets, 'template-new-lead=77')
  await run('set', 'zalo', '1876', 'hotline=0238 999 999', 'template-new-lead=')
  expect(page()).toMatchObject({ hotline: '0238 999 999', commune: '16681', keys: { oaSecret: 'OA-SECRET' } })
  expect(page()?.keys).not.toHaveProperty('templateNewLead', '77')
  await run('set', 'zalo', '1876', 'province=Hà Tĩnh')
  expect(page()).toMatchObject({ commune: undefined })
})

test('remove takes it away', async () => {
  const { run, page } = desk()
  await run('add', 'messenger', '1088', ...facts, 'page-token=T', 'app-secret=S', 'verify-token=V')
  await run('remove', 'messenger', '1088')
  expect(page()).toBeUndefined()
})

test.each([
  ['nothing to do', [], /^pages list/],
  ['an unknown platform', ['add', 'viber', '1876'], /zalo hoặc messenger/],
  ['an id that is no id', ['add', 'zalo', 'an-sinh'], /dãy số/],
  ['no facts', ['add', 'zalo', '1876', ...secrets], /còn thiếu province, voice, hours, hotline/],
  ['a secret missing', ['add', 'zalo', '1876', ...facts, 'app-id=1'], /còn thiếu app-secret, oa-secret/],
  [
    'an item of the other platform',
    ['add', 'zalo', '1876', ...facts, 'page-token=1'],
    /không có mục page-token/,
  ],
  ['a province nobody knows', ['add', 'zalo', '1876', 'province=Atlantis'], /không nhận ra tỉnh/],
  ['a commune of elsewhere', ['add', 'zalo', '1876', ...facts, 'commune=Xã Không Có'], /không nhận ra xã/],
  ['a word that is no item', ['add', 'zalo', '1876', 'hotline'], /tên=giá-trị/],
  ['a change of what is not there', ['set', 'zalo', '1876', 'hotline=1'], /chưa có trang/],
  ['a removal of what is not there', ['remove', 'zalo', '1876'], /không có trang/],
])('%s is refused, and nothing is kept', async (_, words, complaint) => {
  const { run, page, told } = desk()
  await expect(run(...words)).rejects.toThrow(complaint)
  expect(page()).toBeUndefined()
  expect(told()).toBe(0)
})

test('a page that is there is not added twice, and the page of the environment is changed there', async () => {
  const { run } = desk({
    ZALO_OA_ID: '1999',
    ZALO_APP_ID: '1',
    ZALO_APP_SECRET: '1',
    ZALO_OA_SECRET: '1',
    ZALO_REFRESH_TOKEN: '1',
    PUBLIC_URL: 'https://a.vn',
    HOTLINE: '0238 1',
    PROVINCE: 'Nghệ An',
  })
  await run('add', 'zalo', '1876', ...facts, ...secrets)
  await expect(run('add', 'zalo', '1876', ...facts, ...secrets)).rejects.toThrow(/đã có trang/)
  await expect(run('add', 'zalo', '1999', ...facts, ...secrets)).rejects.toThrow(/\.env/)
})
