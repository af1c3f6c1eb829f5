import { describe, expect, test } from 'vitest'
import { OfficeTime } from '../../src/hand-over/office-time.ts'
import { readOfficeHours } from '../../src/hand-over/office-hours.ts'
import { loadOfficeCalendar } from '../../src/adapters/files/load-office-calendar.ts'
import { deadlinesFrom } from '../../src/leads/deadlines.ts'
import { dueOf, type Timing } from '../../src/leads/lead-clock.ts'

const office = new OfficeTime(
  readOfficeHours('thứ Hai đến thứ Sáu, 7h30–11h30 và 13h30–17h30') ?? [],
  loadOfficeCalendar('.'),
)
const vn = (text: string) => new Date(`${text}:00+07:00`)

describe('by when', () => {
  test('half a working day to accept and a working day to call; urgent ones twice as fast', () => {
    const friday = vn('2026-11-27T10:00')
    expect(deadlinesFrom(friday, 'normal', office)).toEqual({
      acceptBefore: vn('2026-11-27T16:00'),
      callBefore: vn('2026-11-30T10:00'), // the weekend does not count
    })
    expect(deadlinesFrom(friday, 'high', office)).toEqual({
      acceptBefore: vn('2026-11-27T14:00'),
      callBefore: vn('2026-11-27T16:00'),
    })
  })

  test('left at night it counts from the morning, and a holiday does not count', () => {
    expect(deadlinesFrom(vn('2026-11-25T22:00'), 'normal', office).acceptBefore).toEqual(
      vn('2026-11-26T11:30'),
    )
    expect(deadlinesFrom(vn('2026-12-31T16:30'), 'normal', office).callBefore.getTime()).toBeGreaterThan(
      vn('2027-01-01T23:59').getTime(),
    )
  })
})

describe('what is due', () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 10, 27) + hours * 3_600_000)
  const lead: Timing = {
    ...{ state: 'offered', owner: 'agent', offeredAt: at(0), acceptBefore: at(4), callBefore: at(8) },
    ...{ acceptedAt: undefined, firstCallAt: undefined, remindedAt: undefined, reassigned: 0 },
    supervisorToldAt: undefined,
  }
  const accepted: Timing = { ...lead, state: 'accepted', acceptedAt: at(2) }

  test.each<[string, Timing, number, string]>([
    ['before half of the time nothing', lead, 1.9, 'nothing'],
    ['at half of it a reminder', lead, 2, 'remind'],
    ['once', { ...lead, remindedAt: at(2) }, 3, 'nothing'],
    ['at the end the next agent', lead, 4, 'reassign'],
    ['the second time the desks above', { ...lead, reassigned: 1 }, 4, 'supervisor'],
    ['accepted, the call is waited for', accepted, 4.9, 'nothing'],
    ['with a reminder of its own', { ...accepted, remindedAt: at(1) }, 5, 'remind'],
    ['and the same end', accepted, 8, 'reassign'],
    ['after the first call the clock is quiet', { ...accepted, firstCallAt: at(3) }, 99, 'nothing'],
    ['a desk is not reminded', { ...lead, owner: 'local-office' }, 5, 'nothing'],
    ['but its supervisor hears', { ...lead, owner: 'local-office' }, 8, 'supervisor'],
    ['once', { ...lead, owner: 'province-desk', supervisorToldAt: at(8) }, 9, 'nothing'],
    ['and what is closed is over', { ...lead, state: 'closed' }, 99, 'nothing'],
  ])('%s', (_, timing, hours, due) => {
    expect(dueOf(timing, at(hours))).toBe(due)
  })
})
