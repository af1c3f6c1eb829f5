import { expect, test } from 'vitest'
import type { AgentEntry } from '../../src/leads/register.ts'
import { loadPlaces } from '../../src/adapters/files/load-places.ts'
import { demoEntries } from '../../src/adapters/postgres/leads/seed-demo.ts'
import { seeded } from '../../src/operator/demo/chance.ts'
import { inventLeads } from '../../src/operator/demo/invent-leads.ts'
import { demo } from '../support/store-demo.ts'
import { describeOnBothStores, openTestStore, rowsOf } from '../support/store.ts'

const communes = loadPlaces('.').communes.filter(({ province }) => province === '40')

await describeOnBothStores('a month of leads', (newPlace) => {
  test('is written once with its histories, sealed; a second time adds nothing', async () => {
    const at = await newPlace()
    const store = await openTestStore(at.place)
    await store.seedDemo(demo(), false)
    const agents: readonly AgentEntry[] = demoEntries(demo()).agents ?? []
    const leads = inventLeads({ communes, agents }, new Date(), seeded(1)).slice(0, 1_200)
    expect([await store.putPastLeads(leads), await store.putPastLeads(leads)]).toEqual([1_200, 0])
    const facts = await rowsOf(store, 'lead_fact')
    expect(facts).toHaveLength(leads.reduce((sum, lead) => sum + lead.facts.length, 0))
    const rows = await rowsOf(store, 'lead')
    expect(rows.filter(({ outcome }) => outcome === 'joined')).toHaveLength(
      leads.filter((lead) => lead.outcome?.kind === 'joined').length,
    )
    expect(JSON.stringify(rows)).not.toContain('+8454')
    await store.close()
    await at.remove()
  }, 120_000)
})
