import type { DecreeDesk } from '../../decrees/desk.ts'
import { labelOf } from '../../decrees/read-decree.ts'
import { type Decree, touchedBy } from '../../decrees/revision.ts'
import { isSameValue } from '../../policy/law-change.ts'
import type { Parameter, PolicyEntry } from '../../policy/parameter-file.ts'
import type { InForce } from '../../policy/policy-book.ts'
import { unitOf } from '../../decrees/read-decree.ts'
import { cloned } from './answer-views.ts'

/** Plain copies: answers are cut to their schema, which knows no readonly lists. */
export function shownDecree({ form, authors, taken, ...decree }: Decree) {
  const { id, name, state, version, reviewer, secondRead, note, changedAt, publishedAt } = decree
  return {
    ...{ id, name, state, version, reviewer, secondRead, note, changedAt, publishedAt },
    ...{ authors: [...authors], form: cloned(form), taken: taken && { ...taken } },
  }
}

export function shownValue(value: InForce | undefined) {
  if (!value) return undefined
  const { printed, from, until, certainty, source } = value
  return { printed, from, until, certainty, act: source.act, place: source.place }
}

/** One number with everything known of it: its values newest first, and what was entered here. */
export async function parameterView(desk: DecreeDesk, parameter: Parameter) {
  const { name, label, checked, checkBy, values } = parameter
  const today = desk.today()
  const { decrees, register, book } = desk.law()
  const [open, history] = await Promise.all([desk.decrees.open(), desk.decrees.history()])
  const touches = ({ form }: Decree) => touchedBy(form).includes(name)
  return {
    ...{ name, label, checked, checkBy, today, isOverdue: checkBy < today },
    values: values.toReversed().map((entry) => ({
      ...{ from: entry.from, until: entry.until, certainty: entry.certainty, note: entry.note },
      value: entry.value ?? book.find(entry.from, name)?.printed ?? '',
      follows: entry.equals === undefined ? undefined : labelOf(entry.equals, book.parameters),
      ...{ act: entry.source.act, place: entry.source.place, title: register.find(entry.source.act)?.title },
      decree: decreeOf(name, entry, decrees)?.id,
    })),
    answers: [...(await desk.answersOn({ parameter: name }))],
    drafts: open.filter(touches).map(shownDecree),
    decrees: history.filter(touches).map(shownDecree),
  }
}

function decreeOf(name: string, entry: PolicyEntry, decrees: readonly Decree[]): Decree | undefined {
  return decrees.find(({ change }) =>
    change?.values.some((one) => one.name === name && isSameValue(one.entry, entry)),
  )
}

/** What the form offers. */
export function decreeWords(desk: DecreeDesk) {
  const today = desk.today()
  const { book, register } = desk.law()
  return {
    today,
    parameters: book.parameters.map((parameter) => ({
      ...{ name: parameter.name, label: parameter.label, checkBy: parameter.checkBy },
      unit: unitOf(parameter),
      now: book.find(today, parameter.name)?.printed,
    })),
    documents: register.all.map(({ number, kind, title, until }) => ({
      ...{ number, kind, title },
      isOver: until !== undefined && until < today,
    })),
  }
}
