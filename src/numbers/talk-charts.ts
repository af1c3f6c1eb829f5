import { formatDay } from '../conversation/format.ts'
import { daysAfter } from '../policy/day.ts'
import type { Day } from '../policy/values.ts'
import { daysBetween, periodOf } from '../targets/period.ts'
import { byName, type Chart, count, share, shareOf, text } from './chart.ts'
import type { Counted, NumbersFilter, What } from './numbers.ts'
import { answerWaits, outcomeNames } from './stages.ts'

/** More days than these are drawn by the week. */
const MOST_DAYS = 62
const MOST_ENTRIES = 10

export const nOf = (counted: readonly Counted[], what: What, item: string, of?: string): number =>
  counted.reduce(
    (sum, one) =>
      one.what === what && one.item === item && (of === undefined || one.of === of) ? sum + one.n : sum,
    0,
  )

/** People by the day, or by the week: then it is the sum of the days. */
export function talksChart(
  counted: readonly Counted[],
  { from, until, programme }: Pick<NumbersFilter, 'from' | 'until' | 'programme'>,
): Chart {
  const visit = programme === undefined ? 'visit' : 'visit-about'
  const days = daysOf(from, until)
  const isWeekly = days.length > MOST_DAYS
  const spans = isWeekly ? [...new Set(days.map((day) => periodOf('week', day).from))] : days
  const rows = spans.map((span) => {
    const inSpan = counted.filter(({ of }) => (isWeekly ? periodOf('week', of as Day).from : of) === span)
    const [once, again] = [nOf(inSpan, visit, 'once'), nOf(inSpan, visit, 'again')]
    return [isWeekly ? `tuần từ ${formatDay(span)}` : formatDay(span), once, again, shareOf(again, once)]
  })
  return {
    ...{ id: 'talks', name: 'Trò chuyện', shape: 'days', rows },
    title: isWeekly ? 'Cuộc trò chuyện từng tuần' : 'Cuộc trò chuyện từng ngày',
    note: `Một người tính một lần mỗi ngày${isWeekly ? '; số của tuần là tổng các ngày' : ''}. Nói tiếp: được trả lời từ hai lần trong ngày${programme === undefined ? '' : ', về loại hình này'}.`,
    columns: [text(isWeekly ? 'Tuần' : 'Ngày'), count('Người trò chuyện'), count('Người nói tiếp'), share('Tỷ lệ nói tiếp')], // prettier-ignore
  }
}

export function questionsChart(counted: readonly Counted[]): Chart {
  const all = counted.filter(({ what }) => what === 'asked').reduce((sum, { n }) => sum + n, 0)
  const judged = (verdict: string) => nOf(counted, 'verdict', verdict)
  const asks = judged('helpful') + judged('not-meant')
  const row = (name: string, n: number, of: number) => [name, n, shareOf(n, of)]
  return {
    ...{ id: 'questions', name: 'Kết quả trả lời', title: 'Câu hỏi và kết quả trả lời', shape: 'bars' },
    note: 'Mỗi câu hỏi tính một lần, theo kết quả sau cùng. Hai dòng cuối: trong số lần bà con chấm câu trả lời.',
    columns: [text('Kết quả'), count('Số câu'), share('Tỷ lệ')],
    rows: [
      ...Object.entries(outcomeNames).map(([id, name]) => row(name, nOf(counted, 'asked', id), all)),
      row('Bà con chấm “đúng ý”', judged('helpful'), asks),
      row('Bà con chấm “chưa đúng ý”', judged('not-meant'), asks),
    ],
  }
}

/** What people asked most; `titleOf` is undefined for an answer that is not of the programme looked at. */
export function entriesChart(
  counted: readonly Counted[],
  titleOf: (entry: string) => string | undefined,
): Chart {
  const found = counted.flatMap(({ what, item, n }) => {
    const title = what === 'entry' ? titleOf(item) : undefined
    return title === undefined ? [] : [{ title, n }]
  })
  const all = found.reduce((sum, { n }) => sum + n, 0)
  const least = found.map(({ n }) => n).toSorted((a, b) => b - a)[MOST_ENTRIES - 1] ?? 0
  const most = found // names are compared only among those that may be shown: there are thousands
    .filter(({ n }) => n >= least)
    .toSorted((a, b) => b.n - a.n || byName(a.title, b.title))
  return {
    ...{ id: 'entries', name: 'Hỏi nhiều nhất', title: 'Bà con hỏi nhiều nhất', shape: 'bars' },
    note: 'Câu trả lời bot đã đưa hoặc bà con đã chọn; tỷ lệ trên mọi lần như vậy. Lọc theo loại hình của câu trả lời.',
    columns: [text('Câu trả lời'), count('Số lần'), share('Tỷ lệ')],
    rows: most.slice(0, MOST_ENTRIES).map(({ title, n }) => [title, n, shareOf(n, all)]),
  }
}

/** Of the bot: nothing about one person, so nothing is hidden. */
export function answeredChart(counted: readonly Counted[]): Chart {
  const all = counted.filter(({ what }) => what === 'answered').reduce((sum, { n }) => sum + n, 0)
  return {
    ...{ id: 'answered', name: 'Bot trả lời', title: 'Bot trả lời sau bao lâu', shape: 'bars' },
    note: 'Từ tin sau cùng của bà con đến lúc bot trả lời xong. Không tách theo loại hình.',
    columns: [text('Thời gian'), count('Số lần'), share('Tỷ lệ')],
    rows: Object.entries(answerWaits).map(([item, name]) => {
      const n = nOf(counted, 'answered', item)
      return [name, n, shareOf(n, all)]
    }),
  }
}

function daysOf(from: Day, until: Day): readonly Day[] {
  return Array.from({ length: daysBetween(from, until) }, (_, i) => daysAfter(from, i))
}
