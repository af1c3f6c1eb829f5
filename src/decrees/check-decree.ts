import type { Finding } from '../answers/gate.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import { type LawChange, registerWith, withChanges } from '../policy/law-change.ts'
import { numberOf, type Parameter } from '../policy/parameter-file.ts'
import { printDay } from '../policy/print.ts'
import type { Day } from '../policy/values.ts'
import type { DecreeForm } from './form.ts'
import { type KnownLaw, labelOf, readDecree } from './read-decree.ts'

export interface CheckedDecree {
  readonly change: LawChange
  readonly findings: readonly Finding[]
}

const block = (say: string): Finding => ({ level: 'block', say })
const warn = (say: string): Finding => ({ level: 'warn', say })

/** More than this many times as much, or as little, is likelier a zero too many than a decree. */
const BIG_STEP = 1.5

/** Everything `knowledge check` would say of a decree laid over the law as it is known, and what is only odd about it. */
export function checkDecree(form: DecreeForm, law: KnownLaw): CheckedDecree {
  const { change, faults } = readDecree(form, law)
  if (faults.length > 0) return { change, findings: faults.map(block) }
  const after = withChanges(law.parameters, [change])
  const findings = [
    ...inForce(change, law, after),
    ...change.values.flatMap(({ name, entry }) => oddities(name, entry.from, law, after)),
    ...unused(form, change),
  ]
  return { change, findings: unique(findings) }
}

/** What the checks of the repository find now and did not find before: today, and on each day that something begins. */
function inForce(change: LawChange, law: KnownLaw, after: readonly Parameter[]): readonly Finding[] {
  const register = registerWith(law.register, [change])
  const touched = new Set([...change.values, ...change.checks].map(({ name }) => name))
  const days = [law.today, ...change.values.map(({ entry }) => entry.from)]
  return days.flatMap((day) => {
    const key = (one: { name: string; say: string }) => `${one.name} ${one.say}`
    const known = new Set(checkPolicy(law.parameters, law.register, day).map(key))
    const fresh = checkPolicy(after, register, day).filter((one) => !known.has(key(one)))
    const isDue = (say: string) => say.startsWith('quá ngày phải xem lại')
    return fresh.map(({ name, say }) => {
      const words = `${labelOf(name, after)}: ${say}.`
      if (!touched.has(name)) return warn(words)
      return isDue(say) && day !== law.today
        ? warn(`${words} Ngày xem lại nên sau ngày có hiệu lực.`)
        : block(words)
    })
  })
}

/** Right perhaps, and worth a second look. */
function oddities(name: string, from: Day, law: KnownLaw, after: readonly Parameter[]): readonly Finding[] {
  const values = (all: readonly Parameter[]) => all.find((one) => one.name === name)?.values ?? []
  const [old, fresh] = [values(law.parameters), values(after)]
  const now = fresh.find((one) => one.from === from)
  const before = fresh.findLast((one) => one.from < from)
  const says = [...(now ? besideTheOld(before, now) : []), ...inTheLine(old, fresh, from)]
  return says.map((say) => warn(`${labelOf(name, after)}: ${say}`))
}

type Values = Parameter['values']

function besideTheOld(before: Values[number] | undefined, now: Values[number]): readonly string[] {
  if (!before) return []
  const { value, equals } = before
  const follows = `đến nay đi theo một con số khác; từ ${printDay(now.from)} sẽ là số riêng.`
  return [
    ...(value !== undefined && now.value === value
      ? [`giá trị mới giống giá trị đang dùng (${value}).`]
      : []),
    ...jumps(value, now.value),
    ...(equals === undefined ? [] : [follows]),
  ]
}

function inTheLine(old: Values, fresh: Values, from: Day): readonly string[] {
  const until = fresh.at(-1)?.until
  const isShorter = until !== undefined && endOf(old) > until
  return [
    ...(isShorter
      ? [`sau ${printDay(until)} sẽ không có giá trị nào, bot sẽ không trả lời về những ngày ấy.`]
      : []),
    ...(old.some((one) => one.from === from)
      ? [`thay giá trị đã biết của đúng ngày ${printDay(from)}.`]
      : []),
  ]
}

function jumps(before: string | undefined, now: string | undefined): readonly string[] {
  if (before === undefined || now === undefined) return []
  const [old, fresh] = [numberOf(before), numberOf(now)]
  if (old === 0 || fresh === 0) return []
  const isBig = fresh / old > BIG_STEP || old / fresh > BIG_STEP
  return isBig ? [`đổi nhiều, từ ${before} thành ${now}. Anh/chị đếm lại số 0, dấu phẩy.`] : []
}

const endOf = (values: Values): string => values.at(-1)?.until ?? '9999-12-31'

function unused({ documents }: DecreeForm, { values }: LawChange): readonly Finding[] {
  const cited = new Set(values.map(({ entry }) => entry.source.act))
  return documents
    .filter(({ number }) => !cited.has(number))
    .map(({ number }) => warn(`Văn bản mới ${number} chưa được dòng nào dẫn.`))
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ say }, i) => findings.findIndex((one) => one.say === say) === i)
}
