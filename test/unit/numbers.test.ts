import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chart, percentOf, shareOf, sheetOf } from '../../src/numbers/chart.ts'
import { communesChart, funnelChart, leadTimesCharts } from '../../src/numbers/lead-charts.ts'
import type { Counted } from '../../src/numbers/numbers.ts'
import { HIDDEN, LEAST, told, toldTogether } from '../../src/numbers/small-cells.ts'
import { entriesChart, questionsChart, talksChart } from '../../src/numbers/talk-charts.ts'
import { agentsChart } from '../../src/numbers/target-charts.ts'
import { periodOf } from '../../src/targets/period.ts'
import { progressOf } from '../../src/targets/progress.ts'

const leads = (of: string, item: string, n: number): Counted => ({ what: 'lead', item, of, n })

test('a small count is hidden, a nought and a large one are told', () => {
  expect([0, 1, 4, 5, 12].map(told)).toEqual([0, HIDDEN, HIDDEN, 5, 12])
})

test('beside one hidden count the next smallest is hidden too, so that the total gives nothing away', () => {
  expect(toldTogether([30, 3, 8, 12])).toEqual([30, HIDDEN, HIDDEN, 12])
  expect(toldTogether([30, 1, 1, 12])).toEqual([30, HIDDEN, HIDDEN, HIDDEN])
  expect(toldTogether([30, 3, 4, 12])).toEqual([30, HIDDEN, HIDDEN, 12])
  expect(toldTogether([30, 4, 4, 12])).toEqual([30, HIDDEN, HIDDEN, HIDDEN]) // two that are alike give each other away
  expect(toldTogether([4, 10, 10])).toEqual([HIDDEN, HIDDEN, HIDDEN])
  expect(toldTogether([0, 0, 3])).toEqual([0, 0, HIDDEN]) // and its total is too small to be told
  expect(toldTogether([7, 9])).toEqual([7, 9])
})

test('whoever knows the total and the rule still finds more than one way to fill what is hidden', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(counts, (real) => {
      const seen = toldTogether(real)
      const total = real.reduce((sum, n) => sum + n, 0)
      for (const [i, cell] of seen.entries()) if (cell !== HIDDEN) expect(cell).toBe(real[i])
      expect(seen.some((cell) => typeof cell === 'number' && cell > 0 && cell < LEAST)).toBe(false)
      const hidden = seen.flatMap((cell, i) => (cell === HIDDEN ? [i] : []))
      const isOneEach = hidden.length === total // everybody there is alone: the total says so by itself
      if (hidden.length === 0 || told(total) === HIDDEN || isOneEach) return
      const fillings = waysToFill(seen, total).filter(
        (one) => JSON.stringify(toldTogether(one)) === JSON.stringify(seen),
      )
      for (const i of hidden) expect(new Set(fillings.map((one) => one[i])).size).toBeGreaterThan(1)
    }),
    { numRuns: 1_000 },
  )
})

/** Every way to put whole numbers in the hidden places so that the total comes out. */
function waysToFill(seen: readonly (number | string)[], total: number): readonly (readonly number[])[] {
  const [first, ...rest] = seen
  if (first === undefined) return total === 0 ? [[]] : []
  const tries = typeof first === 'number' ? [first] : Array.from({ length: total }, (_, i) => i + 1)
  return tries.flatMap((n) => (n > total ? [] : waysToFill(rest, total - n).map((others) => [n, ...others])))
}

test('a percentage is told with what it is of, and hidden with either of its numbers', () => {
  expect([shareOf(3, 9), shareOf(0, 0), shareOf(HIDDEN, 9), shareOf(5, HIDDEN)]).toEqual([
    { part: 3, of: 9 },
    '',
    HIDDEN,
    HIDDEN,
  ])
  expect(percentOf({ part: 1, of: 3 })).toBe(33.3)
})

test('leads by commune: hidden ones stand last, by name', () => {
  const { rows } = communesChart(
    [leads('x', 'left', 2), leads('y', 'left', 40), leads('y', 'joined', 10), leads('z', 'left', 3)],
    (code) => `Xã ${code}`,
  )
  expect(rows).toEqual([
    ['Xã y', 40, 0, { part: 0, of: 40 }, 10, { part: 10, of: 40 }],
    ['Xã x', HIDDEN, 0, HIDDEN, 0, HIDDEN],
    ['Xã z', HIDDEN, 0, HIDDEN, 0, HIDDEN],
  ])
})

test('the funnel: each stage beside the one before it; without people where they cannot be told apart', () => {
  const of = [leads('', 'left', 20), leads('', 'contacted', 10), leads('', 'joined', 3)]
  expect(funnelChart(of, { learn: 200, interact: 50 }).rows.map((row) => row.slice(1, 3))).toEqual([
    [200, ''],
    [50, { part: 50, of: 200 }],
    [20, { part: 20, of: 50 }],
    [10, { part: 10, of: 20 }],
    [HIDDEN, HIDDEN],
  ])
  expect(funnelChart(of, undefined).rows.map((row) => row[1])).toEqual([
    ...['không tách theo xã', 'không tách theo xã', 20, 10],
    HIDDEN,
  ])
})

test('talks by the day, days without any too; a long span by the week', () => {
  const visit = (of: string, item: string, n: number): Counted => ({ what: 'visit', item, of, n })
  const counted = [
    visit('2026-11-02', 'once', 4),
    visit('2026-11-02', 'again', 1),
    visit('2026-11-04', 'once', 2),
  ]
  const daily = talksChart(counted, { from: '2026-11-02', until: '2026-11-04' })
  expect(daily.rows).toEqual([
    ['02/11/2026', 4, 1, { part: 1, of: 4 }],
    ['03/11/2026', 0, 0, ''],
    ['04/11/2026', 2, 0, { part: 0, of: 2 }],
  ])
  const weekly = talksChart(counted, { from: '2026-09-01', until: '2026-11-08' })
  expect(weekly.rows.at(-1)).toEqual(['tuần từ 02/11/2026', 6, 1, { part: 1, of: 6 }])
  expect(weekly.rows).toHaveLength(10)
})

test('what came of questions, and what was asked most, of one programme only its own answers', () => {
  const counted: Counted[] = [
    { what: 'asked', item: 'answered', of: '', n: 6 },
    { what: 'asked', item: 'not-understood', of: '', n: 2 },
    { what: 'verdict', item: 'helpful', of: '', n: 3 },
    { what: 'verdict', item: 'not-meant', of: '', n: 1 },
    { what: 'entry', item: 'a', of: '', n: 3 },
    { what: 'entry', item: 'b', of: '', n: 5 },
  ]
  const { rows } = questionsChart(counted)
  expect([rows[0], rows[4], rows.at(-1)]).toEqual([
    ['Trả lời ngay', 6, { part: 6, of: 8 }],
    ['Từ chối: chưa hiểu', 2, { part: 2, of: 8 }],
    ['Bà con chấm “chưa đúng ý”', 1, { part: 1, of: 4 }],
  ])
  expect(entriesChart(counted, (id) => (id === 'a' ? 'Câu a' : undefined)).rows).toEqual([
    ['Câu a', 3, { part: 3, of: 3 }],
  ])
  expect(entriesChart(counted, (id) => id).rows.map(([title]) => title)).toEqual(['b', 'a'])
})

test('how soon leads were taken: a small part is hidden, with another one beside it', () => {
  const counted = (['a', 'b', 'c'] as const).map((item, i): Counted => ({
    what: 'accepted',
    item,
    of: '',
    n: [20, 2, 9][i] ?? 0,
  }))
  const [accepted, called] = leadTimesCharts(counted)
  expect(accepted?.rows.map((row) => row[1])).toEqual([20, HIDDEN, HIDDEN, 0])
  expect(called?.rows.map((row) => row[1])).toEqual([0, 0, 0, 0])
})

test('agents against their plans, furthest first: programmes added up, leads told as leads are', () => {
  const period = periodOf('month', '2026-11-27')
  const when = { on: '2026-11-27', span: period } as const
  const plan = (id: string, programme: string, count: number, done: number) =>
    progressOf(
      { of: 'agent', id, programme, period, plan: count },
      [{ agent: id, commune: '', programme, day: '2026-11-05', count: done }],
      when,
    )
  const chart = agentsChart(
    [plan('a', 'voluntary', 4, 3), plan('a', 'health', 2, 2), plan('b', 'voluntary', 10, 1)],
    [leads('a', 'left', 3), leads('b', 'left', 9), leads('', 'left', 50), leads('c', 'left', 7)],
    { nameOf: (id) => ({ a: 'An', b: 'Bình' })[id], period },
  )
  expect(chart.rows).toEqual([
    ['Bình', 1, 10, { part: 1, of: 10 }, 9],
    ['An', 5, 6, { part: 5, of: 6 }, HIDDEN],
  ])
})

test('in the file every percentage is followed by its denominator, and hidden cells stay hidden', () => {
  const chart: Chart = {
    ...{ id: 'communes', name: 'Xã', title: '', note: '', shape: 'bars' },
    columns: [
      { title: 'Xã', kind: 'text' },
      { title: 'Phiếu', kind: 'count' },
      { title: 'Tỷ lệ', kind: 'share' },
    ],
    rows: [
      ['Một', 8, { part: 1, of: 8 }],
      ['Hai', HIDDEN, HIDDEN],
      ['Ba', 0, ''],
    ],
  }
  expect(sheetOf(chart, ['ghi chú'])).toEqual({
    name: 'Xã',
    titles: ['Xã', 'Phiếu', 'Tỷ lệ (%)', 'Trên tổng'],
    rows: [['Một', 8, 12.5, 8], ['Hai', HIDDEN, HIDDEN, HIDDEN], ['Ba', 0, '', ''], [], ['ghi chú']],
  })
})
