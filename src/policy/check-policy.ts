import type { DocumentRegister } from './documents.ts'
import type { Parameter } from './parameter-file.ts'
import { printDay } from './print.ts'
import type { Day } from './values.ts'

/** Something a reviewer must look at. An error must be put right; a warning may be right as it is. */
export interface PolicyFinding {
  readonly name: string
  readonly level: 'error' | 'warning'
  readonly say: string
}

/** What the shape of a file cannot show: days, documents, and checks that are due. In Vietnamese, for reviewers. */
export function checkPolicy(
  parameters: readonly Parameter[],
  register: DocumentRegister,
  today: Day,
): readonly PolicyFinding[] {
  return parameters.flatMap((parameter) => [
    ...daysOf(parameter),
    ...documentsOf(parameter, register, today),
    ...checksOf(parameter, today),
  ])
}

function daysOf({ name, values }: Parameter): PolicyFinding[] {
  return values.flatMap(({ until }, i): PolicyFinding[] => {
    const next = values[i + 1]
    if (!next) return []
    const start = printDay(next.from)
    if (until === undefined || until >= next.from)
      return [
        { name, level: 'error', say: `hai giá trị cùng một ngày, từ ${start}: ghi until cho giá trị trước` },
      ]
    const isGap = dayAfter(until) !== next.from
    return isGap
      ? [{ name, level: 'warning', say: `không có giá trị từ sau ${printDay(until)} đến trước ${start}` }]
      : []
  })
}

function documentsOf({ name, values }: Parameter, register: DocumentRegister, today: Day): PolicyFinding[] {
  return values.flatMap(({ from, until, source }): PolicyFinding[] => {
    const { act } = source
    const known = register.find(act)
    if (!known)
      return [{ name, level: 'error', say: `văn bản ${act} chưa có trong knowledge/documents.yaml` }]
    if (register.misnames(source)) return [{ name, level: 'error', say: misnamed(act) }]
    if (known.until !== undefined && known.until < from)
      return [{ name, level: 'error', say: `văn bản ${act} đã hết hiệu lực trước ngày ${printDay(from)}` }]
    const isToday = from <= today && (until === undefined || until >= today)
    const newer = isToday ? register.replacementOf(act, today) : undefined
    return newer ? [{ name, level: 'warning', say: `văn bản ${act} đã được thay bằng ${newer.number}` }] : []
  })
}

/** What to write for a resolution that is numbered like a law. */
export function misnamed(act: string): string {
  return `văn bản ${act}: nghị quyết của Quốc hội thì ghi thêm kind: Nghị quyết, văn bản khác thì không`
}

function checksOf({ name, checked, checkBy, values }: Parameter, today: Day): PolicyFinding[] {
  const due: PolicyFinding[] =
    checkBy < today ? [{ name, level: 'warning', say: `quá ngày phải xem lại (${printDay(checkBy)})` }] : []
  const reversed: PolicyFinding[] =
    checkBy <= checked ? [{ name, level: 'error', say: 'checkBy phải sau checked' }] : []
  const silent = values.filter(({ certainty, note }) => certainty === 'unconfirmed' && note === undefined)
  return [
    ...due,
    ...reversed,
    ...silent.map(({ from }): PolicyFinding => {
      return {
        name,
        level: 'error',
        say: `giá trị từ ${printDay(from)} chưa xác nhận mà không ghi note vì sao`,
      }
    }),
  ]
}

function dayAfter(day: Day): string {
  const instant = new Date(`${day}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + 1)
  return instant.toISOString().slice(0, 10)
}
