import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Said } from '../../src/conversation/said.ts'
import type { TurnInput } from '../../src/conversation/turn.ts'
import type { Conversation, LeadStore, WaitingEvent } from '../../src/work-ports.ts'
import { firstThought } from '../../src/work/first-thought.ts'
import { lostTurn, takeTurn } from '../../src/work/take-turn.ts'
import { agent } from '../support/leads.ts'
import { fakeStore } from '../support/store-fake.ts'
import { consent, draft, echoBot, fakeChannel, workParts } from '../support/store-work.ts'

const start = Date.UTC(2026, 10, 22, 16, 59)
const event = (n: number, afterMs: number, said: Said = { kind: 'words', text: `t${n}` }): WaitingEvent => ({
  id: `e${n}`,
  said,
  sentAt: new Date(start + afterMs),
})
const thoughtOf = (...events: WaitingEvent[]) => firstThought(events)?.map(({ id }) => id)

describe('one thought', () => {
  test('several short messages, each within two seconds of the one before', () => {
    expect(thoughtOf(event(1, 0), event(2, 2000), event(3, 4000))).toEqual(['e1', 'e2', 'e3'])
  })

  test('ends where the platform’s clock shows a pause', () => {
    expect(thoughtOf(event(1, 0), event(2, 2001))).toEqual(['e1'])
  })

  test.each<[string, Said]>([
    ['a tap', { kind: 'words', text: 'Có', payload: '#co' }],
    ['a sticker', { kind: 'wordless', what: 'sticker' }],
    ['an arrival', { kind: 'arrived' }],
  ])('%s is a thought of its own, before words and after them', (_, said) => {
    expect(thoughtOf(event(1, 0, said), event(2, 100))).toEqual(['e1'])
    expect(thoughtOf(event(1, 0), event(2, 100, said))).toEqual(['e1'])
  })

  test('nothing waiting is no thought', () => {
    expect(firstThought([])).toBeUndefined()
  })

  test('whatever waits, thoughts taken one after the other lose nothing and change no order', () => {
    const said = fc.constantFrom<Said>({ kind: 'words', text: 'a' }, { kind: 'wordless', what: 'image' })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5000), said)), (drawn) => {
        const events = drawn.toSorted(([a], [b]) => a - b).map(([after, what], i) => event(i, after, what))
        const taken: string[] = []
        let rest: readonly WaitingEvent[] = events
        for (let thought = firstThought(rest); thought; thought = firstThought(rest)) {
          taken.push(...thought.map(({ id }) => id))
          rest = rest.slice(thought.length)
        }
        expect(taken).toEqual(events.map(({ id }) => id))
      }),
    )
  })
})

describe('a turn', () => {
  const talk: Conversation = {
    person: 'p',
    who: { channel: 'zalo', desk: 'oa', id: 'u' },
    session: '4',
    version: 4,
    waiting: [event(1, 0), event(2, 500), event(3, 60_000)],
  }
  const heard: TurnInput[] = []
  const bot = {
    ...echoBot(),
    async runTurn(input: TurnInput) {
      heard.push(input)
      return echoBot().runTurn(input)
    },
  }
  const leads = (changes: Partial<LeadStore> = {}) => fakeStore({ leads: changes })
  const parts = (changes: Parameters<typeof workParts>[1] = {}) =>
    workParts(leads(), { bot, clock: { now: () => new Date(start) }, ...changes })

  test('is taken by the bot of the page the person wrote to', async () => {
    const pages: unknown[] = []
    const botFor = (page: unknown) => {
      pages.push(page)
      return bot
    }
    await takeTurn(parts({ botFor }), talk)
    expect(pages).toEqual([talk.who])
  })

  test('answers the first thought in one go and leaves the rest waiting', async () => {
    const turn = await takeTurn(parts(), talk)
    expect(turn).toMatchObject({
      person: 'p',
      channel: 'zalo',
      version: 4,
      session: '5',
      answered: ['e1', 'e2'],
    })
    expect(turn?.replies.map(({ text }) => text)).toEqual(['5: t1+t2'])
  })

  test('hears today in Viet Nam, or the day it is told to talk as, and a fresh code each time', async () => {
    heard.length = 0
    await takeTurn(parts(), talk)
    await takeTurn(parts({ clock: { now: () => new Date(start + 120_000) } }), talk)
    await takeTurn(parts({ botToday: '2027-01-01' }), talk)
    expect(heard.map(({ today }) => today)).toEqual(['2026-11-22', '2026-11-23', '2027-01-01'])
    expect(new Set(heard.map(({ code }) => code)).size).toBe(3)
    expect(heard[0]?.code).toMatch(/^[0-9a-f]{8,}$/)
  })

  test('cuts its replies to what the channel can show', async () => {
    const small = { ...fakeChannel().channel, limits: { textLength: 4, buttons: 1, buttonLength: 5 } }
    const turn = await takeTurn(parts({ channels: [small] }), talk)
    expect(turn?.replies.length).toBeGreaterThan(1)
    expect(turn?.replies.every(({ text }) => [...text].length <= 4)).toBe(true)
  })

  const asking = (given = 'bác đồng ý 040123456789') => ({
    ...echoBot(),
    runTurn: async () => ({
      session: 's',
      replies: [{ text: 'cháu ghi rồi', buttons: [] }],
      effects: [
        {
          do: 'capture-lead',
          lead: draft({ addressAs: 'cô Lan 040123456789' }),
          consents: [{ ...consent, given }],
        },
      ] as const,
      notes: [],
    }),
  })
  const mask = (text: string) => text.replaceAll(/\d{12}/g, '…')

  test('that captures a lead promises in the same turn who calls, and masks what was typed', async () => {
    const agents = async () => [agent('a', { name: 'Cô Hoa' })]
    const turn = await takeTurn(workParts(leads({ agents }), { bot: asking(), mask }), talk)
    expect(turn?.replies.map(({ text }) => text)).toEqual([
      'cháu ghi rồi',
      expect.stringMatching(/^phiếu \w{6} Cô Hoa gọi$/),
    ])
    expect(turn?.leads).toMatchObject([
      {
        isNew: true,
        owner: { id: 'a' },
        draft: { addressAs: 'cô Lan …' },
        consents: [{ given: 'bác đồng ý …' }],
      },
    ])
    expect(turn?.notices).toEqual([])
  })

  test('that runs twice for the same message names the same lead', async () => {
    const once = await takeTurn(parts({ bot: asking() }), talk)
    const again = await takeTurn(parts({ bot: asking() }), talk)
    expect(again?.leads[0]?.id).toBe(once?.leads[0]?.id)
    const other = await takeTurn(parts({ bot: asking() }), { ...talk, waiting: [event(9, 0)] })
    expect(other?.leads[0]?.id).not.toBe(once?.leads[0]?.id)
  })

  test('whose lead nobody covers tells the province’s desk', async () => {
    const turn = await takeTurn(parts({ bot: asking() }), talk)
    expect(turn?.notices).toEqual([{ kind: 'lead-unassigned', detail: '16681', lead: turn?.leads[0]?.id }])
  })

  test('that finds somebody in danger tells the desk, and the bot keeps the talk', async () => {
    const effects = [{ do: 'call-a-person', reason: 'safety' }] as const
    const asksForSomeone = {
      ...echoBot(),
      runTurn: async () => ({ session: 's', notes: [], replies: [], effects }),
    }
    const turn = await takeTurn(parts({ bot: asksForSomeone }), talk)
    expect(turn?.notices).toEqual([{ kind: 'call-a-person', detail: 'safety' }])
    expect(turn?.handOvers).toEqual([])
  })

  test('that could not be taken says sorry once, for its thought only, and keeps the session', () => {
    const lost = lostTurn(parts({ mask }), talk, new Error('040123456789'))
    expect(lost).toMatchObject({
      session: undefined,
      answered: ['e1', 'e2'],
      replies: [{ text: 'xin lỗi' }],
      notices: [{ kind: 'turn-died' }],
    })
    expect(lost?.died).toMatch(/^Error: …/)
  })
})
