import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/policy/values.ts'
import { daysBetween, periodInWords, periodKinds, periodOf, readPeriod } from '../../src/targets/period.ts'
import { behindPace } from '../../src/targets/below-target.ts'
import { progressOf, sumCheck, type Reported, type Target } from '../../src/targets/progress.ts'

const period = (key: string) => {
  const found = readPeriod(key)
  if (!found) throw new Error(key)
  return found
}
const target = (more: Partial<Target> = {}): Target => ({
  of: 'agent',
  id: 'nv-1',
  programme: 'voluntary',
  period: period('2026-11'),
  plan: 30,
  ...more,
})
const joined = (day: Day, more: Partial<Reported> = {}): Reported => ({
  agent: 'nv-1',
  commune: '16681',
  programme: 'voluntary',
  day,
  count: 1,
  ...more,
})

describe('periods', () => {
  test.each([
    ['2026-W48', '2026-11-23', '2026-11-29', 'Tuần 48 (23/11–29/11/2026)'],
    ['2026-W53', '2026-12-28', '2027-01-03', 'Tuần 53 (28/12–03/01/2027)'],
    ['2026-W01', '2025-12-29', '2026-01-04', 'Tuần 1 (29/12–04/01/2026)'],
    ['2028-02', '2028-02-01', '2028-02-29', 'Tháng 2/2028'],
    ['2026-Q4', '2026-10-01', '2026-12-31', 'Quý 4/2026'],
    ['2026', '2026-01-01', '2026-12-31', 'Năm 2026'],
  ])('%s lasts from %s to %s: %s', (key, from, until, words) => {
    expect(period(key)).toMatchObject({ key, from, until })
    expect(periodInWords(period(key))).toBe(words)
  })

  test.each(['2027-W53', '2026-W54', '2026-W00', '2026-13', '2026-00', '2026-Q5', '2026-Q0', 'tuần 3', ''])(
    'there is no %s',
    (key) => {
      expect(readPeriod(key)).toBeUndefined()
    },
  )

  test('every day lies in the period of each kind, which is read back by its name', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom(...periodKinds), (date, kind) => {
        const day = date.toISOString().slice(0, 10) as Day
        const found = periodOf(kind, day)
        expect(found.from <= day && day <= found.until).toBe(true)
        expect(readPeriod(found.key)).toEqual(found)
        if (kind === 'week') expect(daysBetween(found.from, found.until)).toBe(7)
      }),
    )
  })
})

describe('progress', () => {
  const span = period('2026-W48')

  test('new, cumulative and the share of the plan, from what was reported', () => {
    const reported = [
      joined('2026-11-02', { count: 10 }),
      joined('2026-11-24', { count: 2 }),
      joined('2026-10-31', { count: 50 }), // before the period
      joined('2026-11-25', { agent: 'nv-2' }),
      joined('2026-11-25', { programme: 'household' }),
      joined('2026-11-29'), // after the day
    ]
    expect(progressOf(target(), reported, { on: '2026-11-27', span })).toMatchObject({
      fresh: 2,
      cumulative: 12,
      percent: 40,
      left: 18,
      pace: { expected: 27, verdict: 'behind', aWeekFromNow: 18 },
    })
  })

  test('the published line can be recomputed: 17,956 of 24,134 is 74.4 %', () => {
    const whole = target({ of: 'province', id: '40', period: period('2021'), plan: 24_134 })
    const reported = [joined('2021-05-10', { count: 556 }), joined('2021-03-01', { count: 17_400 })]
    const may = progressOf(whole, reported, { on: '2021-05-31', span: period('2021-05') })
    expect([may.fresh, may.cumulative, may.percent]).toEqual([556, 17_956, 74.4])
  })

  test('a commune counts whoever of its agents reported; a plan of 0 has no share', () => {
    const reported = [joined('2026-11-02'), joined('2026-11-03', { agent: 'nv-2' })]
    const commune = target({ of: 'commune', id: '16681', plan: 0 })
    expect(progressOf(commune, reported, { on: '2026-11-27', span })).toMatchObject({
      cumulative: 2,
      percent: undefined,
      left: 0,
    })
  })

  test.each([
    ['2026-11-15', 15, 'on-pace', 7],
    ['2026-11-10', 15, 'ahead', 6],
    ['2026-11-30', 15, 'behind', 15],
  ] as const)('on %s with %i of 30: %s, %i a week from now', (on, count, verdict, aWeekFromNow) => {
    const { pace } = progressOf(target(), [joined('2026-11-01', { count })], { on, span })
    expect(pace).toMatchObject({ verdict, aWeekFromNow })
  })
})

test('parts that do not add up to the whole are named with what is missing', () => {
  const whole = target({ of: 'province', id: '40', plan: 100 })
  const parts = [target({ id: 'nv-1', plan: 40 }), target({ id: 'nv-2', plan: 50 })]
  expect(sumCheck([whole], parts)).toEqual([
    { programme: 'voluntary', period: '2026-11', whole: 100, parts: 90, missing: 10 },
  ])
  expect(sumCheck([whole], [...parts, target({ id: 'nv-3', plan: 10 })])).toEqual([])
})

describe('behind the pace, as routing reads it', () => {
  const on = '2026-11-15'
  const span = period('2026-11')
  const at = (more: Partial<Target>, reported: readonly Reported[] = []) =>
    progressOf(target(more), reported, { on, span })

  test('half-way through the month 15 of 30 are expected; whoever has more is not behind', () => {
    const all = [
      at({}, [joined('2026-11-02', { count: 4 })]),
      at({ id: 'nv-2' }, [joined('2026-11-02', { agent: 'nv-2', count: 20 })]),
    ]
    expect([...behindPace(all, 'voluntary')]).toEqual([
      ['nv-1', 11],
      ['nv-2', 0],
    ])
  })

  test('plans that overlap count once, the month first; other programmes only where nobody has a plan for this one', () => {
    const all = [
      at({ period: period('2026'), plan: 1000 }),
      at({}),
      at({ programme: 'household-health', plan: 10 }),
    ]
    expect([...behindPace(all, 'voluntary')]).toEqual([['nv-1', 15]])
    expect([...behindPace(all, 'general')]).toEqual([['nv-1', 20]])
    expect([...behindPace([at({ of: 'commune', id: '16681' })], 'voluntary')]).toEqual([])
  })
})
