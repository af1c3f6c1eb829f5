import { z } from 'zod'
import { region, regionalWage } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyBook } from '../policy-book.ts'
import { printDong } from '../print.ts'
import type { Day, Dong } from '../values.ts'
import { workOut } from '../workings.ts'

export const unemploymentCapInput = z.object({ region })

export interface UnemploymentCap {
  readonly monthlyCap: Dong
  readonly contributionBaseCap: Dong
}

/** The most that is paid as unemployment benefit, and the most that is contributed on. Law 74/2025/QH15 Điều 39. */
export function unemploymentCap(
  input: z.output<typeof unemploymentCapInput>,
  on: Day,
  book: PolicyBook,
): Outcome<UnemploymentCap> {
  return workOut(on, book, (sheet) => {
    const wage = sheet.take(regionalWage(input.region)).value
    const monthlyCap = wage * sheet.take('unemployment-cap-multiple').value
    sheet.step('Trợ cấp thất nghiệp cao nhất mỗi tháng', printDong(monthlyCap))
    const contributionBaseCap = wage * sheet.take('unemployment-contribution-cap').value
    sheet.step('Tiền lương cao nhất làm căn cứ đóng', printDong(contributionBaseCap))
    return { monthlyCap, contributionBaseCap }
  })
}
