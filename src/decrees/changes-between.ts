import type { LegalDocument } from '../policy/documents.ts'
import { type LawChange, withChanges } from '../policy/law-change.ts'
import type { Parameter } from '../policy/parameter-file.ts'
import { printDay } from '../policy/print.ts'
import type { DecreeForm, DecreeRow } from './form.ts'

/** What must be laid over one law to have the other. `left`: parameters with a difference that only the files can carry. */
export interface Difference {
  readonly change: LawChange
  readonly left: readonly string[]
}

export function changesBetween(
  [now, documentsNow]: readonly [readonly Parameter[], readonly LegalDocument[]],
  [given, documents]: readonly [readonly Parameter[], readonly LegalDocument[]],
): Difference {
  const byName = new Map(now.map((parameter) => [parameter.name, parameter]))
  const pairs = given.map((parameter) => [byName.get(parameter.name), parameter] as const)
  const known = new Set(documentsNow.map(({ number }) => number))
  const change: LawChange = {
    values: pairs.flatMap(([old, fresh]) => (old ? newValues(old, fresh) : [])),
    checks: pairs.flatMap(([old, { name, checked, checkBy }]) =>
      old && (old.checked !== checked || old.checkBy !== checkBy) ? [{ name, checked, checkBy }] : [],
    ),
    documents: documents.filter(({ number }) => !known.has(number)),
  }
  const after = new Map(withChanges(now, [change]).map((parameter) => [parameter.name, parameter]))
  const names = [...new Set([...byName.keys(), ...given.map(({ name }) => name)])]
  const wanted = new Map(given.map((parameter) => [parameter.name, parameter]))
  return { change, left: names.filter((name) => !isSame(after.get(name), wanted.get(name))) }
}

function newValues(old: Parameter, fresh: Parameter) {
  return fresh.values.flatMap((entry) => {
    const over = old.values.find(({ from }) => from === entry.from)
    if (over && isSame({ ...over, until: undefined }, { ...entry, until: undefined })) return []
    return [{ name: fresh.name, entry, ...(over && { over }) }]
  })
}

/** The same in every field, whatever their order. */
function isSame(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other)
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** A difference as somebody would have typed it: to be looked at and signed like any other. */
export function formOf({ values, checks, documents }: LawChange, read: string): DecreeForm {
  const due = new Map(checks.map(({ name, checkBy }) => [name, checkBy]))
  const rows = values.map(({ name, entry }): DecreeRow => {
    const { from, until = '', value = '', certainty, source, note = '' } = entry
    return {
      ...{ name, kind: 'value', value, from, until, act: source.act, place: source.place, note },
      certainty: certainty === 'unconfirmed' ? certainty : 'single-source',
      checkBy: due.get(name) ?? '',
    }
  })
  const looked = checks.filter(({ name }) => !values.some((one) => one.name === name))
  const empty = {
    value: '',
    from: '',
    until: '',
    act: '',
    place: '',
    note: '',
    certainty: 'single-source',
  } as const
  return {
    rows: [
      ...rows,
      ...looked.map(({ name, checkBy }) => ({ ...empty, name, kind: 'check' as const, checkBy })),
    ],
    documents: documents.map(({ number, kind, title, issuer, issued = '', from = '', replaces }) => {
      return { number, kind, title, issuer, issued, from, replaces }
    }),
    read,
  }
}

/** One line a change, for whoever runs the command. */
export function differenceInWords({ values, checks, documents }: LawChange): readonly string[] {
  return [
    ...documents.map(({ number, title }) => `${number}\t${title}`),
    ...values.map(
      ({ name, entry }) =>
        `${name}\ttừ ${printDay(entry.from)}: ${entry.value ?? `bằng ${entry.equals ?? ''}`}`,
    ),
    ...checks.map(({ name, checkBy }) => `${name}\txem lại đến ${printDay(checkBy)}`),
  ]
}
