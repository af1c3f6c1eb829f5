import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { openPages } from '../../src/app-pages.ts'
import type { Page } from '../../src/pages/page.ts'
import { describeOnBothStores, openTestStore, rowsOf, type TestPlace } from '../support/store.ts'

const zalo: Page = {
  channel: 'zalo',
  id: '1876',
  province: '40',
  commune: '16681',
  voice: 'BHXH tỉnh Nghệ An',
  hours: '7h30–17h',
  hotline: '0238 111 222',
  keys: { appId: '4410', appSecret: 'APP-SECRET', oaSecret: 'OA-SECRET', templateNewLead: '77' },
}
const messenger: Page = {
  ...zalo,
  channel: 'messenger',
  id: '1088',
  commune: undefined,
  hotline: undefined,
  keys: { pageToken: 'PAGE-TOKEN', appSecret: 'APP-SECRET', verifyToken: 'VERIFY' },
}

await describeOnBothStores('pages', (newPlace) => {
  let at: TestPlace
  let store: Store
  beforeEach(async () => {
    at = await newPlace()
    store = await openTestStore(at.place)
  }, 60_000)
  afterEach(async () => {
    await store.close()
    await at.remove()
  }, 60_000)

  test('come back as they were kept, newest words win, and secrets stand nowhere in clear', async () => {
    await store.pages.put(zalo)
    await store.pages.put(messenger)
    expect(await store.pages.list()).toEqual([messenger, zalo])
    await store.pages.put({ ...zalo, hotline: '0238 999' })
    expect((await store.pages.list())[1]).toMatchObject({ hotline: '0238 999' })
    expect(JSON.stringify(await rowsOf(store, 'page'))).not.toMatch(/SECRET|TOKEN|VERIFY|4410/)
    expect(await store.pages.remove('messenger', '1088')).toBe(true)
    expect(await store.pages.remove('messenger', '1088')).toBe(false)
    expect((await store.pages.list()).map(({ id }) => id)).toEqual(['1876'])
  })

  test('the environment’s page comes first and wins; a page that has not changed stays the same object', async () => {
    const first = { ...zalo, voice: 'of the environment' }
    await store.pages.put(zalo)
    const pages = await openPages([first], store.pages, () => undefined)
    expect(pages.all()).toEqual([first])
    const before = pages.all()
    await store.pages.put(messenger)
    expect(pages.find('messenger', '1088')).toBeUndefined()
    await pages.reload()
    const found = pages.find('messenger', '1088')
    expect(found).toEqual(messenger)
    expect(pages.all()[0]).toBe(before[0])
    const same = pages.all()
    await pages.reload()
    expect(pages.all()).toBe(same)
    expect(pages.find('messenger', '1088')).toBe(found)
    await pages.close()
  })
})
