import { byName, type Cell, type Chart, count, share, shareOf, text } from './chart.ts'
import type { Counted, What } from './numbers.ts'
import { HIDDEN, LEAST, told, toldTogether } from './small-cells.ts'
import { acceptWaits, callWaits, stages } from './stages.ts'
import { nOf } from './talk-charts.ts'

const HIDING = `Số phiếu dưới ${LEAST} không hiện (“${HIDDEN}”), cùng những số khiến người ta tính ngược ra được.`
const NOT_SPLIT = 'không tách theo xã'

/** `people`: of the first two stages; undefined where they cannot be told apart, by commune. */
export function funnelChart(
  leads: readonly Counted[],
  people: { readonly learn: number; readonly interact: number } | undefined,
): Chart {
  const counts = stages.map(({ id }) =>
    id === 'learn' || id === 'interact' ? people?.[id] : told(nOf(leads, 'lead', id)),
  )
  const rows = stages.map(({ name, says }, i): Cell[] => {
    const [here, before] = [counts[i], counts[i - 1]]
    const part = here === undefined || before === undefined ? '' : shareOf(here, before)
    return [name, here ?? NOT_SPLIT, part, says]
  })
  return {
    ...{ id: 'funnel', name: 'Năm bước', title: 'Từ tìm hiểu đến tham gia', shape: 'bars', rows },
    note: `Hai bước đầu đếm người, mỗi người một lần mỗi ngày; ba bước sau đếm phiếu, theo ngày bà con để lại, như phiếu đang đứng hôm nay. ${HIDING}`,
    columns: [text('Bước'), count('Số lượng'), share('So với bước trước'), text('Đếm gì')],
  }
}

/** Leads by commune, most first; those that are hidden come last, by name, so that their place tells nothing. */
export function communesChart(leads: readonly Counted[], nameOf: (commune: string) => string): Chart {
  const communes = [...new Set(leads.map(({ of }) => of))]
  const together = (item: string) =>
    toldTogether(communes.map((commune) => nOf(leads, 'lead', item, commune)))
  const [left, contacted, joined] = [together('left'), together('contacted'), together('joined')]
  const rows = communes.map((commune, i): Cell[] => {
    const [all, called, won] = [left[i] ?? 0, contacted[i] ?? 0, joined[i] ?? 0]
    return [nameOf(commune), all, called, shareOf(called, all), won, shareOf(won, all)]
  })
  return {
    ...{ id: 'communes', name: 'Phiếu theo xã', title: 'Phiếu theo xã, phường', shape: 'bars' },
    note: `Phiếu bà con để lại trong thời gian lọc, và bao nhiêu phiếu trong đó đã được liên hệ, đã tham gia. ${HIDING}`,
    columns: [
      ...[text('Xã, phường'), count('Phiếu'), count('Được liên hệ'), share('Tỷ lệ liên hệ')],
      ...[count('Tham gia'), share('Tỷ lệ tham gia')],
    ],
    rows: rows.toSorted(byCountThenName),
  }
}

function byCountThenName(a: readonly Cell[], b: readonly Cell[]): number {
  const [first, other] = [a[1], b[1]].map((cell) => (typeof cell === 'number' ? cell : -1))
  return (other ?? 0) - (first ?? 0) || byName(nameIn(a), nameIn(b))
}

const nameIn = ([name]: readonly Cell[]) => (typeof name === 'string' ? name : '')

/** How soon leads were accepted, and called first. */
export function leadTimesCharts(counted: readonly Counted[]): readonly Chart[] {
  const chart = (what: Extract<What, 'accepted' | 'called'>, words: Readonly<Record<string, string>>) => {
    const counts = Object.keys(words).map((item) => nOf(counted, what, item))
    const all = told(counts.reduce((sum, n) => sum + n, 0))
    const shown = toldTogether(counts)
    return {
      columns: [text('Thời gian'), count('Số phiếu'), share('Tỷ lệ')],
      rows: Object.values(words).map((name, i) => [name, shown[i] ?? 0, shareOf(shown[i] ?? 0, all)]),
      shape: 'bars' as const,
    }
  }
  return [
    {
      ...{ id: 'accepted', name: 'Nhận phiếu', title: 'Nhân viên nhận phiếu sau bao lâu' },
      note: `Từ lúc phiếu được giao đến lúc nhận, kể cả đêm và ngày nghỉ; tính trên phiếu đã nhận. ${HIDING}`,
      ...chart('accepted', acceptWaits),
    },
    {
      ...{ id: 'called', name: 'Gọi lần đầu', title: 'Bà con được gọi lần đầu sau bao lâu' },
      note: `Từ lúc để lại thông tin đến cuộc gọi đầu, kể cả đêm và ngày nghỉ; tính trên phiếu đã gọi. ${HIDING}`,
      ...chart('called', callWaits),
    },
  ]
}
