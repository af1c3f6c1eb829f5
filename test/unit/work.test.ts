import { describe, expect, test } from 'vitest'
import type { LeadToTell, TellingRecord } from '../../src/leads/lead-record.ts'
import type { Sent } from '../../src/ports.ts'
import type { Conversation, Job, Outbound, StuckKey, TurnRecord } from '../../src/work-ports.ts'
import { answerMessages } from '../../src/work/answer-messages.ts'
import { sendReplies } from '../../src/work/send-replies.ts'
import { freeStuck, startWork } from '../../src/work/start-work.ts'
import { tellAgents } from '../../src/work/tell-agents.ts'
import { fakeStore } from '../support/store-fake.ts'
import { fakeChannel, fakeNotifier, workParts } from '../support/store-work.ts'

const now = new Date('2026-11-22T03:00:00Z')
const clock = { now: () => now }
const job = (key: string, isLastAttempt = false): Job => ({ id: key, key, isLastAttempt })

describe('sending replies', () => {
  const message = (person: string, text: string, changes: Partial<Outbound> = {}): Outbound => ({
    id: `${person}-${text}`,
    person,
    to: { channel: 'zalo', desk: 'oa', id: person },
    reply: { text, buttons: [] },
    attempts: 1,
    writtenAt: now,
    heardAt: now,
    ...changes,
  })

  async function sendAll(due: readonly Outbound[], ...answers: Sent[]) {
    const settled: string[] = []
    const back: number[] = []
    const { channel, said } = fakeChannel('zalo', ...answers)
    const store = fakeStore({
      outbox: {
        claim: async () => due,
        settle: async ({ id }, { kind }) => void settled.push(`${id} ${kind}`),
        putBack: async (_, until) => void back.push(until.getTime() - now.getTime()),
      },
    })
    const parts = workParts(store, { channels: [channel], clock })
    const answered = await sendReplies(
      parts,
      'zalo',
      [...new Set(due.map(({ person }) => person))].map((key) => job(key)),
    )
    return { settled, back, said: said.map(({ id }) => id), alarms: parts.alarms, answered }
  }
  const tryLater: Sent = { kind: 'try-later', afterMs: 0, detail: 'busy' }

  test('one person’s messages go out in order, each written down before the next', async () => {
    const { said, settled } = await sendAll([message('p', '1'), message('p', '2'), message('q', '3')])
    expect(said.filter((id) => id.startsWith('p'))).toEqual(['p-1', 'p-2'])
    expect(settled).toHaveLength(3)
  })

  test('try later holds the rest of the line, for longer each time and at least as long as the platform asks', async () => {
    expect(await sendAll([message('p', '1'), message('p', '2')], tryLater)).toMatchObject({
      back: [2000],
      said: [],
      settled: [],
    })
    expect((await sendAll([message('p', '1', { attempts: 4 })], tryLater)).back).toEqual([16_000])
    expect((await sendAll([message('p', '1', { attempts: 40 })], tryLater)).back).toEqual([600_000])
    expect((await sendAll([message('p', '1')], { ...tryLater, afterMs: 900_000 })).back).toEqual([900_000])
  })

  test('after a day it is given up, kept and alarmed, and the line goes on', async () => {
    const old = message('p', '1', { writtenAt: new Date(now.getTime() - 24 * 3_600_000) })
    const { settled, alarms, back } = await sendAll([old, message('p', '2')], tryLater)
    expect(settled).toEqual(['p-1 our-fault', 'p-2 sent'])
    expect(alarms).toEqual(['message not sent'])
    expect(back).toEqual([])
  })

  test('a fault of ours is kept and alarmed, and does not hold up the next message', async () => {
    const { settled, alarms } = await sendAll([message('p', '1'), message('p', '2')], {
      kind: 'our-fault',
      detail: 'token',
    })
    expect(settled).toEqual(['p-1 our-fault', 'p-2 sent'])
    expect(alarms).toEqual(['message not sent'])
  })

  test('somebody who left is not sent the rest either', async () => {
    const { settled, said } = await sendAll([message('p', '1'), message('p', '2')], {
      kind: 'person-left',
      detail: '',
    })
    expect(settled).toEqual(['p-1 person-left', 'p-2 person-left'])
    expect(said).toEqual([])
  })

  test('outside the reply window a message is kept with the rule', async () => {
    expect((await sendAll([message('p', '1')], { kind: 'not-allowed-now', rule: '24h' })).settled).toEqual([
      'p-1 not-allowed-now',
    ])
  })

  test('an adapter that throws is a platform that is down', async () => {
    const store = fakeStore({
      outbox: { claim: async () => [message('p', '1')], putBack: async () => undefined },
    })
    const send = async () => {
      throw new TypeError('bug')
    }
    const parts = workParts(store, { channels: [{ ...fakeChannel().channel, send }], clock })
    expect(await sendReplies(parts, 'zalo', [job('p')])).toEqual(['done'])
    expect(parts.alarms).toEqual(['channel threw'])
  })

  test('a damaged row holds up its owner only', async () => {
    const claim = async (people: readonly string[]) => {
      if (people.includes('hỏng')) throw new Error('cannot open')
      return people.map((person) => message(person, '1'))
    }
    const settled: string[] = []
    const store = fakeStore({ outbox: { claim, settle: async ({ id }) => void settled.push(id) } })
    expect(await sendReplies(workParts(store), 'zalo', [job('p'), job('hỏng'), job('q')])).toEqual([
      'done',
      'again',
      'done',
    ])
    expect(settled.toSorted()).toEqual(['p-1', 'q-1'])
  })
})

describe('answering messages', () => {
  const talk = (person: string, ...texts: string[]): Conversation => ({
    person,
    who: { channel: 'zalo', desk: 'oa', id: person },
    session: undefined,
    version: 0,
    waiting: texts.map((text, i) => ({
      id: `${person}${i}`,
      said: { kind: 'words', text },
      sentAt: new Date(now.getTime() + i * 60_000),
    })),
  })

  /** A store where these talks wait until their events are answered. */
  function waitingStore(talks: readonly Conversation[], saved: (turn: TurnRecord) => boolean = () => true) {
    const kept: TurnRecord[] = []
    const left = ({ waiting }: Conversation) =>
      waiting.filter(({ id }) => !kept.some(({ answered }) => answered.includes(id)))
    const store = fakeStore({
      turns: {
        load: async (people) =>
          talks
            .filter(({ person }) => people.includes(person))
            .map((one) => ({ ...one, waiting: left(one) }))
            .filter(({ waiting }) => waiting.length > 0),
        async commit(turn) {
          if (saved(turn)) kept.push(turn)
          const mine = talks.find(({ person }) => person === turn.person)
          return { saved: saved(turn), more: mine !== undefined && left(mine).length > 0 }
        },
      },
    })
    return { store, kept }
  }

  test('takes thought after thought until nothing waits', async () => {
    const { store, kept } = waitingStore([talk('p', 'một', 'hai', 'ba'), talk('q', 'bốn')])
    expect(await answerMessages(workParts(store), [job('p'), job('q'), job('nobody')])).toEqual([
      'done',
      'done',
      'done',
    ])
    expect(kept.filter(({ person }) => person === 'p').map(({ answered }) => answered)).toEqual([
      ['p0'],
      ['p1'],
      ['p2'],
    ])
  })

  test('a turn that fails asks for another attempt, and is nobody else’s trouble', async () => {
    const { store, kept } = waitingStore([talk('p', 'hỏng'), talk('q', 'được')])
    const parts = workParts(store)
    expect(await answerMessages(parts, [job('p'), job('q')])).toEqual(['again', 'done'])
    expect(kept.map(({ person }) => person)).toEqual(['q'])
    expect(parts.alarms).toEqual(['turn failed'])
  })

  test('at the last attempt it is written down as dead and the job is done: a failed job would block the person', async () => {
    const { store, kept } = waitingStore([talk('p', 'hỏng', 'tiếp')])
    expect(await answerMessages(workParts(store), [job('p', true)])).toEqual(['done'])
    expect(kept).toMatchObject([{ session: undefined, answered: ['p0'], replies: [{ text: 'xin lỗi' }] }])
  })

  test('a turn the store cannot keep is never given up, not at the last attempt either: that is not the message’s fault', async () => {
    const { store, kept } = waitingStore([talk('p', 'một')], () => {
      throw new Error('could not extend file')
    })
    const parts = workParts(store)
    expect(await answerMessages(parts, [job('p', true)])).toEqual(['again'])
    expect([kept, parts.alarms]).toEqual([[], ['turn not kept']])
  })

  test('when someone else saved first, it tries again', async () => {
    const { store } = waitingStore([talk('p', 'một')], () => false)
    expect(await answerMessages(workParts(store), [job('p')])).toEqual(['again'])
  })
})

describe('telling agents', () => {
  const lead: LeadToTell = {
    id: 'l',
    promise: {
      ...{ leadCode: 'ABC123', addressAs: 'cô Lan', callBefore: new Date(now.getTime() + 3_600_000) },
      ...{ caller: { kind: 'desk' }, meetingCode: '4827', byChat: false },
    },
    agent: { id: 'a', phone: '+84911000111', token: 'tok', trackingId: 't' },
    lookAgainAt: undefined,
    retellTo: undefined,
    isToRate: false,
  }

  async function tell(ready: LeadToTell | undefined, ...answers: Sent[]) {
    const how: TellingRecord[] = []
    const { notifier, told } = fakeNotifier(...answers)
    const store = fakeStore({
      leads: { readyToTell: async () => ready, told: async (_, record) => void how.push(record) },
    })
    const parts = workParts(store, { notifier, clock })
    await tellAgents(parts, [job('l')])
    return { how, told, alarms: parts.alarms }
  }

  test('a code and a link, and nothing about the citizen', async () => {
    const { told, how } = await tell(lead)
    expect(told).toEqual([
      {
        phone: '+84911000111',
        template: 'new-lead',
        trackingId: 't',
        data: { code: 'ABC123', link: 'https://an-sinh.vn/dai-ly/tok' },
      },
    ])
    expect(how).toMatchObject([{ fact: { fact: 'told', actor: 'a' }, next: 'done', replies: [] }])
  })

  test('a notice that must wait is tried again in time for the call', async () => {
    const wait = (afterMs: number): Sent => ({ kind: 'try-later', afterMs, detail: 'night' })
    const { how } = await tell(lead, wait(60_000))
    expect(how).toMatchObject([
      { fact: { fact: 'notice-failed' }, next: { againAt: new Date(now.getTime() + 60_000) } },
    ])
    const late = await tell(lead, wait(3_600_000))
    expect(late.how).toMatchObject([{ next: 'desk-must-act' }])
    expect(late.alarms).toEqual(['agent not told'])
  })

  test('a phone that cannot be reached is the desk’s business at once', async () => {
    expect((await tell(lead, { kind: 'person-left', detail: 'no Zalo' })).how).toMatchObject([
      { next: 'desk-must-act' },
    ])
  })

  test('the citizen hears of a new caller, also when that is the desk', async () => {
    const retellTo = {
      ...({ person: 'p', channel: 'zalo', desk: 'oa' } as const),
      ...{ userId: 'u', heardAt: now, phone: undefined, isTemplateTried: false },
    }
    expect((await tell({ ...lead, retellTo })).how[0]?.replies).toHaveLength(1)
    const nobody = await tell({ ...lead, agent: undefined, retellTo })
    expect(nobody.told).toEqual([])
    expect(nobody.how).toMatchObject([
      { fact: undefined, next: 'done', replies: [{ text: 'phiếu ABC123 cán bộ tỉnh gọi' }] },
    ])
  })

  test('when there is nothing to tell, nothing is done', async () => {
    expect((await tell(undefined)).told).toEqual([])
  })
})

describe('watching over the queue', () => {
  async function watch(stuck: StuckKey) {
    const freed: StuckKey[] = []
    const kept: TurnRecord[] = []
    const talk: Conversation = {
      person: stuck.key,
      who: { channel: 'zalo', desk: 'oa', id: 'u' },
      session: undefined,
      version: 0,
      waiting: [{ id: 'e', said: { kind: 'words', text: 'x' }, sentAt: now }],
    }
    const store = fakeStore({
      queues: {
        stuck: async (queue) => (queue === 'inbound' ? [stuck] : []),
        free: async (_, one) => void freed.push(one),
      },
      turns: {
        load: async () => [talk],
        async commit(turn) {
          kept.push(turn)
          return { saved: true, more: false }
        },
      },
    })
    const parts = workParts(store)
    expect(await freeStuck(parts)).toBe(1)
    expect(parts.alarms).toEqual(['queue stuck'])
    return { freed, kept }
  }

  test('while the store takes no writes nobody is freed, and so nobody given up', async () => {
    const freed: StuckKey[] = []
    const stuck = [{ key: 'p', freedBefore: 1 }]
    const queues = {
      stuck: async () => stuck,
      free: async (_: string, one: StuckKey) => void freed.push(one),
    }
    const parts = workParts({ ...fakeStore({ queues }), answers: async () => false })
    expect(await freeStuck(parts)).toBeGreaterThan(0)
    expect(freed).toEqual([])
  })

  test('a person held up gets a second chance', async () => {
    const stuck = { key: 'p', freedBefore: 0 }
    expect(await watch(stuck)).toEqual({ freed: [stuck], kept: [] })
  })

  test('a message that killed the process again is given up, kindly', async () => {
    const { freed, kept } = await watch({ key: 'p', freedBefore: 1 })
    expect(kept).toMatchObject([{ answered: ['e'], session: undefined, replies: [{ text: 'xin lỗi' }] }])
    expect(freed).toHaveLength(1)
  })
})

test('health tells the truth about the store and the workers', async () => {
  const up = await startWork(workParts(fakeStore({})))
  expect(await up.health.check()).toEqual({ ok: true, parts: { store: true, workers: true, queue: true } })
  await up.stop()
  expect(await up.health.check()).toMatchObject({ ok: false, parts: { workers: false } })
  const down = await startWork(workParts({ ...fakeStore({}), answers: async () => false }))
  expect(await down.health.check()).toMatchObject({ ok: false, parts: { store: false } })
  await down.stop()
})
