import { z } from 'zod'
import { supportGroup, type SupportGroup } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong, printPercent } from '../print.ts'
import { printSpan, reaches, span } from '../span.ts'
import { roundDong, type Day, type Dong } from '../values.ts'
import { judgeOn, type Verdict } from '../verdict.ts'
import { monthlySupport } from '../voluntary-terms.ts'
import { workOut, type Workings } from '../workings.ts'

/** `groups`: every group the commune has certified. `supportedMonths`: months the State has already helped to pay. */
export const voluntarySupportInput = z.object({
  groups: z.array(supportGroup).min(1).optional(),
  supportedMonths: span(1200).optional(),
})

export interface VoluntarySupport extends Verdict<'supported' | 'used-up' | 'months-unknown' | 'unknown'> {
  readonly group?: SupportGroup
  readonly percent?: number
  readonly monthly?: Dong
}

/** What the State adds to a voluntary contribution: the highest of a person's groups, 120 months at most. Decree 159/2025 Điều 5. */
export function voluntarySupport(
  { groups, supportedMonths }: z.output<typeof voluntarySupportInput>,
  on: Day,
  book: PolicyBook,
): Outcome<VoluntarySupport> {
  return workOut(on, book, (sheet): VoluntarySupport => {
    const { yes, no, ask } = judgeOn<VoluntarySupport['why']>(sheet)
    const most = sheet.take('voluntary-support-max-months')
    if (supportedMonths) sheet.step('Đã được hỗ trợ (tháng)', printSpan(supportedMonths))
    const spent = supportedMonths === undefined ? 'unknown' : reaches(supportedMonths, most.value)
    if (spent === 'yes') return no('used-up', most.name)
    if (!groups) return ask('unknown', [most.name], 'groups', 'supportedMonths')
    const given = highest(sheet, groups)
    const decided = `voluntary-support-${given.group}`
    return spent === 'no'
      ? { ...yes('supported', decided, most.name), ...given }
      : { ...ask('months-unknown', [decided, most.name], 'supportedMonths'), ...given }
  })
}

function highest(sheet: Workings, groups: readonly SupportGroup[]) {
  const [first = 'other', ...others] = groups
  const percentOf = (group: SupportGroup) => sheet.take(`voluntary-support-${group}`).value
  const group = others.reduce((best, one) => (percentOf(one) > percentOf(best) ? one : best), first)
  const monthly = roundDong(monthlySupport(sheet, group))
  const percent = percentOf(group)
  sheet.step(`Nhà nước góp mỗi tháng, ${printPercent(percent)} mức đóng thấp nhất`, printDong(monthly))
  return { group, percent, monthly }
}
