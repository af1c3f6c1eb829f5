import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { Notice, Sent } from '../../src/ports.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { tellAgents } from '../../src/work/tell-agents.ts'
import type { Notifier } from '../../src/work/work-parts.ts'
import { demo } from '../support/store-demo.ts'
import {
  describeOnBothStores,
  jobsOf,
  movableClock,
  openTestStore,
  rowsOf,
  type TestPlace,
} from '../support/store.ts'
import { noBody, typed, workParts } from '../support/store-work.ts'

const MINUTE = 60_000

await describeOnBothStores('a worker that dies between a notice and its note', (newPlace) => {
  let at: TestPlace
  let store: Store
  let clock: ReturnType<typeof movableClock>
  let onPhone: Notice[]

  beforeEach(async () => {
    clock = movableClock()
    onPhone = []
    at = await newPlace()
    store = await openTestStore(at.place, clock)
    await store.seedDemo(demo(), false)
  }, 60_000)
  afterEach(async () => {
    await store.close()
    await at.remove()
  }, 60_000)

  const job = (key: string) => [{ id: key, key, isLastAttempt: false }]
  const living: Notifier = {
    tell: async (notice) => (onPhone.push(notice), { kind: 'sent', platformId: 'n' }),
    tellCitizen: async () => ({ kind: 'our-fault', detail: 'not here' }),
  }
  const answering = (...answers: Sent[]): Notifier => ({
    ...living,
    tell: async (notice) => (onPhone.push(notice), answers.shift() ?? { kind: 'sent', platformId: 'n' }),
  })

  async function newLead(): Promise<string> {
    await store.inbox.accept([typed('bác Lan', 'xin gọi 0912345678')], noBody)
    await answerMessages(workParts(store, { clock }), job(String((await rowsOf(store, 'person'))[0]?.['id'])))
    return String((await rowsOf(store, 'lead'))[0]?.['id'])
  }
  const tell = (lead: string, notifier: Notifier = living) =>
    tellAgents(workParts(store, { clock, notifier }), job(lead))

  /** The platform has it; then the process is gone: nothing after the send happens. */
  async function dieAfterSending(lead: string): Promise<void> {
    const dead = new Promise<void>((resolve) => {
      const dying: Notifier = {
        ...living,
        tell(notice) {
          onPhone.push(notice)
          resolve()
          return new Promise<never>(() => undefined)
        },
      }
      void tell(lead, dying)
    })
    await dead
  }

  const toldFacts = async () => (await rowsOf(store, 'lead_fact')).filter(({ fact }) => fact === 'told')

  test('its receipt came: the agent is told once, and that is a fact', async () => {
    const lead = await newLead()
    await dieAfterSending(lead)
    const trackingId = onPhone[0]?.trackingId ?? ''
    await store.observer.note([{ kind: 'notice-arrived', trackingId }])
    await store.observer.note([{ kind: 'notice-arrived', trackingId }])
    clock.move(2 * MINUTE)
    await tell(lead)
    expect(onPhone).toHaveLength(1)
    expect(await toldFacts()).toMatchObject([{ lead_id: lead, detail: trackingId }])
  })

  test('while its receipt may come nothing is sent, and a job looks again', async () => {
    const lead = await newLead()
    await dieAfterSending(lead)
    const before = (await jobsOf(store, 'lead-deliver')).length
    await tell(lead)
    expect(onPhone).toHaveLength(1)
    expect((await jobsOf(store, 'lead-deliver')).length).toBe(before + 1)
  })

  test('no receipt came: the very same notice goes once more, and whichever they open leads to the lead', async () => {
    const lead = await newLead()
    await dieAfterSending(lead)
    clock.move(2 * MINUTE)
    await tell(lead)
    await tell(lead)
    expect(onPhone).toHaveLength(2)
    expect(onPhone[1]).toEqual(onPhone[0])
    expect(await toldFacts()).toHaveLength(1)
    const token = onPhone[0]?.data['link']?.split('/').at(-1) ?? ''
    const codeLimit = { take: async () => 'ok' as const }
    const desk = store.agentDesk({ notifier: living, codeLimit, mask: (text) => text })
    expect(await desk.link(token)).toMatchObject({ state: 'valid' })
  })

  test('an answer that never came waits for the receipt; one that surely failed goes again at once', async () => {
    const lead = await newLead()
    const lost: Sent = { kind: 'try-later', afterMs: 5_000, detail: 'network', unclear: true }
    const down: Sent = { kind: 'try-later', afterMs: 5_000, detail: 'HTTP 429' }
    await tell(lead, answering(down))
    await tell(lead, answering(lost))
    expect(onPhone).toHaveLength(2)
    await tell(lead)
    expect(onPhone).toHaveLength(2)
    clock.move(2 * MINUTE)
    await tell(lead)
    expect(onPhone).toHaveLength(3)
    expect(new Set(onPhone.map(({ trackingId }) => trackingId)).size).toBe(1)
  })

  test('a link that waits to be told stands in the table sealed, and not at all once it is told', async () => {
    const lead = await newLead()
    await dieAfterSending(lead)
    const token = onPhone[0]?.data['link']?.split('/').at(-1) ?? 'none'
    expect(JSON.stringify(await rowsOf(store, 'agent_link'))).not.toContain(token)
    clock.move(2 * MINUTE)
    await tell(lead)
    expect(await rowsOf(store, 'agent_link')).toMatchObject([{ sealed_token: null, tried_at: null }])
  })
})
