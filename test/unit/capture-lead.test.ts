import { describe, expect, test } from 'vitest'
import { captureLead, type Capture } from '../../src/leads/capture-lead.ts'
import { alwaysOpen, deadlinesFrom } from '../../src/leads/deadlines.ts'
import type { OpenLead, Standing } from '../../src/leads/lead-record.ts'
import { agent, noDesks } from '../support/leads.ts'
import { consent, draft } from '../support/store-work.ts'

describe('a lead is captured', () => {
  const at = new Date('2026-11-24T03:00:00Z')
  const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000)
  const nobody: Standing = { openLeads: [], leftToday: 0, isBlocked: false, openElsewhere: undefined }
  const capture = (changes: Partial<Capture> = {}, standing: Partial<Standing> = {}) =>
    captureLead({
      ...{ draft: draft(), consents: [consent], at, today: '2026-11-24', minute: 600 },
      fresh: { id: 'mới', code: 'MOI123', meetingCode: '1111' },
      ...{ standing: { ...nobody, ...standing }, agents: [agent('a')], desks: noDesks },
      deadlines: (priority) => deadlinesFrom(at, priority, alwaysOpen),
      ...changes,
    })
  const kept = (...given: Parameters<typeof capture>) => {
    const captured = capture(...given)
    if (captured.kind !== 'kept') throw new Error(captured.kind)
    return captured.record
  }
  const open = (changes: Partial<OpenLead> = {}): OpenLead => ({
    ...{ id: 'cũ', code: 'CU1234', capturedAt: hoursAgo(1), priority: 'normal', forWhom: 'self' },
    ...{ phone: '+84912345678', meetingCode: '2222', ...deadlinesFrom(hoursAgo(1), 'normal', alwaysOpen) },
    owner: { kind: 'agent', id: 'a', name: 'A', organisation: 'Bưu điện' },
    ...changes,
  })

  test('as a new one, with its agent, a time to call, a code and the reason', () => {
    expect(kept()).toMatchObject({
      ...{ id: 'mới', code: 'MOI123', meetingCode: '1111', isNew: true, isOffered: true },
      owner: { kind: 'agent', id: 'a' },
      ...deadlinesFrom(at, 'normal', alwaysOpen),
      facts: [{ fact: 'captured' }, { fact: 'assigned', trail: { considered: [{ verdict: 'chosen' }] } }],
    })
  })

  test('without an agent it has an owner all the same', () => {
    const desks = { officer: undefined, office: { id: 'cs', name: 'BHXH cơ sở' } }
    expect(kept({ agents: [], desks })).toMatchObject({ owner: { kind: 'local-office', id: 'cs' } })
  })

  test('one that can only be answered in the chat, or is from another province, is the page’s own', () => {
    expect(kept({ draft: draft({ phone: undefined }) }).facts[1]?.trail?.noAgent).toBe('chat-only')
    const elsewhere = draft({ commune: { code: '', name: 'xã khác', province: 'Nghệ An' } })
    expect(kept({ draft: elsewhere })).toMatchObject({ owner: { kind: 'province-desk' } })
  })

  test('of a card about to run out it is urgent', () => {
    expect(kept({ draft: draft({ worry: 'expiring' }) })).toMatchObject({
      priority: 'high',
      ...deadlinesFrom(at, 'high', alwaysOpen),
    })
  })

  test.each([
    ['a corrected phone for the same person', open({ phone: '+84900000000' })],
    ['the same phone, now said to be for a parent', open({ forWhom: 'parent' })],
    ['the same phone, days later while it is still open', open({ capturedAt: hoursAgo(90) })],
  ])('again: %s brings the first one up to date', (_, known) => {
    expect(kept({}, { openLeads: [known], leftToday: 2 })).toMatchObject({
      ...{ id: 'cũ', code: 'CU1234', meetingCode: '2222', isNew: false, isOffered: false },
      callBefore: known.callBefore,
      facts: [{ fact: 'updated' }],
    })
  })

  test('for a mother, after one for oneself, is a second wish and a second lead; days later so is another phone', () => {
    const other = open({ forWhom: 'parent', phone: '+84900000000' })
    expect(kept({}, { openLeads: [other] })).toMatchObject({ id: 'mới', isNew: true })
    const old = open({ phone: '+84900000000', capturedAt: hoursAgo(25) })
    expect(kept({}, { openLeads: [old] })).toMatchObject({ id: 'mới', isNew: true })
  })

  test('moved to a commune its agent does not cover, it goes to one who does, under a new code', () => {
    const moved = kept(
      {
        agents: [agent('b', { communes: ['16690'] })],
        draft: draft({ commune: { code: '16690', name: 'x', province: '40' } }),
      },
      { openLeads: [open()] },
    )
    expect(moved).toMatchObject({ id: 'cũ', owner: { id: 'b' }, isOffered: true, meetingCode: '1111' })
    expect(moved.facts.map(({ fact }) => fact)).toEqual(['updated', 'assigned'])
  })

  test('one that a desk has is offered to an agent as soon as there is one', () => {
    const known = open({ owner: { kind: 'province-desk' } })
    expect(kept({}, { openLeads: [known] })).toMatchObject({ id: 'cũ', owner: { id: 'a' }, isOffered: true })
  })

  test('never with a phone that is somebody else’s, nor a third one on a day', () => {
    expect(capture({}, { isBlocked: true })).toEqual({ kind: 'refused', why: 'blocked' })
    expect(capture({}, { leftToday: 2 })).toEqual({ kind: 'refused', why: 'too-many-today' })
    expect(capture({}, { leftToday: 1 }).kind).toBe('kept')
  })

  test('a phone that waits for a call already, left by another account, makes no second call', () => {
    expect(capture({}, { openElsewhere: 'khác' })).toEqual({ kind: 'known', lead: 'khác' })
  })
})
