import { checkDecree, type CheckedDecree } from '../../decrees/check-decree.ts'
import type { DecreeDesk } from '../../decrees/desk.ts'
import { labelOf } from '../../decrees/read-decree.ts'
import { saidAgain } from '../../decrees/read-value.ts'
import type { Decree } from '../../decrees/revision.ts'
import { type LawChange, withChanges } from '../../policy/law-change.ts'
import type { Parameter } from '../../policy/parameter-file.ts'
import { printDay } from '../../policy/print.ts'
import { cloned } from './answer-views.ts'
import { Refused } from './call.ts'

const lawNow = (desk: DecreeDesk) => {
  const { book, register } = desk.law()
  return { parameters: book.parameters, register, today: desk.today() }
}

/** The second person who read it elsewhere too makes two sources of one; what is unsure stays unsure. */
export function asSure(change: LawChange, secondRead: string | undefined): LawChange {
  if (secondRead === undefined) return change
  const values = change.values.map((one) =>
    one.entry.certainty === 'single-source'
      ? { ...one, entry: { ...one.entry, certainty: 'confirmed' as const } }
      : one,
  )
  return { ...change, values }
}

export function mustPass(desk: DecreeDesk, { form }: Decree): LawChange {
  const { change, findings } = checkDecree(form, lawNow(desk))
  const stop = findings.find(({ level }) => level === 'block')
  if (stop) throw new Refused(422, `Chưa gửi được. ${stop.say}`)
  return change
}

export async function checkAndWeigh(desk: DecreeDesk, { form }: Decree) {
  const checked = checkDecree(form, lawNow(desk))
  const passed = checked.findings.every(({ level }) => level !== 'block')
  const nothing = { days: [], citizens: [], answers: [], answerCount: 0 }
  const weighed = passed ? await desk.weigh(checked.change) : nothing
  return { passed, findings: cloned(checked.findings), rows: rowsOf(desk, checked), ...cloned(weighed) }
}

/** Each number as it is on the day before and from the day on. */
function rowsOf(desk: DecreeDesk, { change }: CheckedDecree) {
  const { parameters } = desk.law().book
  const after = withChanges(parameters, [change])
  return change.values.map(({ name, entry: { from, value = '' } }) => ({
    label: labelOf(name, parameters),
    before: inWords(lastBefore(parameters, name, from)),
    ...{ after: inWords(after.find((one) => one.name === name)?.values.find((one) => one.from === from)) },
    again: saidAgain(value),
  }))
}

function lastBefore(parameters: readonly Parameter[], name: string, day: string) {
  return parameters.find((one) => one.name === name)?.values.findLast(({ from }) => from <= day)
}

function inWords(entry: Parameter['values'][number] | undefined): string {
  if (!entry) return 'chưa có'
  const until = entry.until === undefined ? '' : ` đến ${printDay(entry.until)}`
  return `${entry.value ?? 'theo con số khác'}, từ ${printDay(entry.from)}${until}`
}

/** A document that others cite must stay. */
export async function mayGo(desk: DecreeDesk, { id, form }: Decree): Promise<void> {
  const { decrees } = desk.law()
  for (const { number } of form.documents) {
    const citing = [
      ...(await desk.answersOn({ act: number })).map((title) => `câu “${title}”`),
      ...decrees
        .filter((one) => one.id !== id && one.form.rows.some(({ act }) => act === number))
        .map(({ name }) => `bản “${name}”`),
    ]
    if (citing[0]) throw new Refused(409, `Chưa lấy lại được: ${citing[0]} đang dẫn văn bản ${number}.`)
  }
}
