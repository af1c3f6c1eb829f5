import { formatDay } from '../conversation/format.ts'
import type { Period } from '../conversation/read-period.ts'
import { during, labelOfQuoted, type Stretch } from '../policy/during.ts'
import { holesOf } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import { quote } from '../policy/quoted.ts'
import type { Day } from '../policy/values.ts'

/** Characters (NFC) of one message: what reads well on a phone. */
const LONGEST = 600
const ASK_A_PERSON = 'bác cần thì nhắn "gặp người" để cán bộ trả lời'

/**
 * What to say before an answer when the question is about another time than today: the figures of that time where the
 * law sheet has them, and that it has not where it has not. An answer that quotes no figure needs no such words.
 */
export function thenAndNow(body: string, period: Period, today: Day, book: PolicyBook): string | undefined {
  const names = holesOf(body).filter((name) => quote(name, today, book))
  if (names.length === 0) return undefined
  const isAhead = period.from > today
  const to = period.to < '9999' ? period.to : period.from
  const then = names.map((name) => ({ name, stretches: during(name, period.from, to, book) }))
  const known = then.filter(({ stretches }) => stretches.some(({ printed }) => printed !== undefined))
  const other = known.filter(({ name, stretches }) => differs(stretches, during(name, today, today, book)))
  const lines = other.map(({ name, stretches }) => `- ${labelOfQuoted(name, book)}: ${told(stretches)}`)
  if (lines.length === 0 && known.length < names.length) return unknown(period)
  if (lines.length === 0) return same(period, isAhead)
  const rest =
    known.length < names.length ? [`Số khác của thời gian đó cháu chưa có, ${ASK_A_PERSON} ạ.`] : []
  return fitted(`${capital(period.said)}:`, lines, [...rest, 'Còn hiện nay thì như sau ạ:'])
}

function unknown({ said }: Period): string {
  const time = /^(?:trước|từ) /.test(said) ? `thời gian ${said}` : said
  return `Cháu chưa có số liệu của ${time}, ${ASK_A_PERSON} giúp bác ạ. Dưới đây là quy định hiện nay:`
}

/** Of a month gone by people only tell their story; of a year they ask. */
function same({ said }: Period, isAhead: boolean): string | undefined {
  if (!isAhead && !said.includes('năm')) return undefined
  return isAhead
    ? `Đến hôm nay cháu chưa thấy văn bản nào đổi các mức này cho ${said}, nên dưới đây là mức hiện nay ạ:`
    : `${capital(said)}, các con số cũng như dưới đây ạ:`
}

function differs(then: readonly Stretch[], now: readonly Stretch[]): boolean {
  return then.some(({ printed }) => printed !== undefined && printed !== now[0]?.printed)
}

/** "1.800.000 đồng; từ 01/07/2024: 2.340.000 đồng" */
function told(stretches: readonly Stretch[]): string {
  return stretches
    .flatMap(({ from, printed }, i) => {
      if (printed === undefined) return []
      return i === 0 ? [printed] : [`từ ${formatDay(from)}: ${printed}`]
    })
    .join('; ')
}

function fitted(head: string, lines: readonly string[], foot: readonly string[]): string {
  const fits = (count: number) => [head, ...lines.slice(0, count), ...foot].join('\n').length <= LONGEST
  const most = lines.findLastIndex((_, i) => fits(i + 1)) + 1
  return [head, ...lines.slice(0, Math.max(1, most)), ...foot].join('\n')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
