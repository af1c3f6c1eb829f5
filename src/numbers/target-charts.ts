import { periodInWords, type Period } from '../targets/period.ts'
import type { Progress } from '../targets/progress.ts'
import { type Cell, type Chart, count, share, shareOf, text } from './chart.ts'
import type { Counted } from './numbers.ts'
import { toldTogether } from './small-cells.ts'

interface Reached {
  readonly id: string
  readonly done: number
  readonly plan: number
}

/** Plans of one period by whom they are for, programmes added up. */
function reachedBy(progress: readonly Progress[]): readonly Reached[] {
  const sums = new Map<string, Reached>()
  for (const { target, cumulative } of progress) {
    const before = sums.get(target.id) ?? { id: target.id, done: 0, plan: 0 }
    sums.set(target.id, { ...before, done: before.done + cumulative, plan: before.plan + target.plan })
  }
  return [...sums.values()].toSorted((a, b) => b.plan - b.done - (a.plan - a.done))
}

const REPORTED =
  'Người đã tham gia do nhân viên thu báo, từ đầu kỳ đến ngày cuối của thời gian lọc; xa chỉ tiêu nhất đứng trước.'

/** What was reached of plans is a work result that agents report themselves: it is told whole. */
export function communeTargetsChart(
  progress: readonly Progress[],
  nameOf: (commune: string) => string,
  period: Period,
): Chart {
  return {
    ...{ id: 'commune-targets', name: 'Chỉ tiêu theo xã', shape: 'bars' },
    title: `Xã, phường so với chỉ tiêu: ${periodInWords(period)}`,
    note: `${REPORTED} Không lọc theo trang.`,
    columns: [text('Xã, phường'), count('Đã tham gia'), count('Chỉ tiêu'), share('Đạt')],
    rows: reachedBy(progress).map(({ id, done, plan }) => [nameOf(id), done, plan, shareOf(done, plan)]),
  }
}

/** Everybody with a plan or with leads; how many leads somebody has is told as leads are, small numbers hidden. */
export function agentsChart(
  progress: readonly Progress[],
  leads: readonly Counted[],
  { nameOf, period }: { readonly nameOf: (agent: string) => string | undefined; readonly period: Period },
): Chart {
  const planned = reachedBy(progress)
  const isPlanned = new Set(planned.map(({ id }) => id))
  const others = [...new Set(leads.map(({ of }) => of))].filter((id) => !isPlanned.has(id))
  const all = [...planned, ...others.map((id) => ({ id, done: 0, plan: 0 }))]
  const left = new Map(
    leads.flatMap(({ what, item, of, n }) => (what === 'lead' && item === 'left' ? [[of, n]] : [])),
  )
  const shown = toldTogether(all.map(({ id }) => left.get(id) ?? 0))
  const rows = all.flatMap(({ id, done, plan }, i): readonly Cell[][] => {
    const name = nameOf(id)
    return name === undefined ? [] : [[name, done, plan, shareOf(done, plan), shown[i] ?? 0]]
  })
  return {
    ...{ id: 'agents', name: 'Nhân viên thu', shape: 'bars', rows },
    title: `Nhân viên thu so với chỉ tiêu: ${periodInWords(period)}`,
    note: `${REPORTED} Cột cuối: phiếu đang giữ trong số bà con để lại ở thời gian lọc; số dưới 5 không hiện.`,
    columns: [
      ...[text('Nhân viên thu'), count('Đã tham gia'), count('Chỉ tiêu'), share('Đạt')],
      { title: 'Phiếu', kind: 'count' },
    ],
  }
}
