import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Row } from '../../src/console/api/contract.ts'
import { contracts } from '../../src/console/api/contracts.ts'
import { roles, type Role } from '../../src/staff/role.ts'
import { accountWith, consoleSite } from '../support/console-site.ts'
import { movableClock, newFolder, openTestStore, type TestPlace } from '../support/store.ts'

const rows = Object.entries(contracts as Readonly<Record<string, Row>>)
const nobody = '00000000-0000-4000-8000-000000000000'

describe('the role × route matrix, every cell through the API', () => {
  let place: TestPlace
  let store: Store
  let site: Awaited<ReturnType<typeof consoleSite>>
  const accounts = new Map<Role, Awaited<ReturnType<typeof accountWith>>>()
  beforeAll(async () => {
    place = await newFolder()
    const clock = movableClock()
    store = await openTestStore(place.place, clock)
    site = await consoleSite(store, clock)
    for (const role of roles) accounts.set(role, await accountWith(store, role))
  }, 180_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await place.remove()
  })

  const ask = (key: string, cookie?: string) =>
    site.call(key.replace(/:\w+/g, nobody), { body: {}, ...(cookie === undefined ? {} : { cookie }) })

  test.each(rows)('%s for somebody not signed in', async (key, { roles: allowed }) => {
    const { status } = await ask(key)
    if (allowed === 'anyone') expect([401, 403]).not.toContain(status)
    else expect(status).toBe(401)
  })

  describe.each(roles)('%s', (role) => {
    test.each(rows)('%s', async (key, { roles: allowed }) => {
      const cookie = await accounts.get(role)?.session()
      const { status } = await ask(key, cookie)
      if (allowed === 'anyone' || allowed.includes(role)) expect([401, 403]).not.toContain(status)
      else expect(status).toBe(403)
    })
  })

  test('a route without a row does not exist', async () => {
    expect((await ask('GET /nothing', await accounts.get('admin')?.session())).status).toBe(404)
    expect((await ask('PUT /me', await accounts.get('admin')?.session())).status).toBe(404)
  })

  test('nobody but an administrator reaches accounts or the audit', () => {
    const open = rows
      .filter(([key]) => /\/(staff|audit)/.test(key))
      .filter(([, row]) => String(row.roles) !== 'admin')
    expect(open).toEqual([])
  })

  test('a body that lacks everything is refused by name, never with an error of ours', async () => {
    for (const [key, { body, roles: allowed }] of rows.filter(([, row]) => row.body)) {
      const role = allowed === 'anyone' ? 'admin' : (allowed[0] ?? 'admin')
      const cookie = await accounts.get(role)?.session()
      const answered = await ask(key, cookie)
      expect([key, answered.status, body === undefined], key).toEqual([key, 422, false])
    }
  })
})
