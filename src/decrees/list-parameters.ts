import { fold } from '../conversation/fold.ts'
import type { Parameter } from '../policy/parameter-file.ts'
import type { InForce, PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'
import type { Decree } from './revision.ts'
import { touchedBy } from './revision.ts'

export const parameterStates = ['changing', 'overdue', 'unconfirmed', 'drafting'] as const
type ParameterState = (typeof parameterStates)[number]

export interface ParameterFilter {
  readonly find: string
  readonly state: ParameterState | ''
}

export interface ListedParameter {
  readonly parameter: Parameter
  readonly now: InForce | undefined
  /** The next known value that differs. */
  readonly next: InForce | undefined
  readonly isOverdue: boolean
  readonly draft: Pick<Decree, 'id' | 'state'> | undefined
}

export interface ToListParameters {
  readonly book: PolicyBook
  readonly today: Day
  readonly open: readonly Decree[]
}

const vietnamese = new Intl.Collator('vi', { numeric: true })

/** The numbers of the law that pass the filter: those that begin with the words first, then by what people call them. A coming change is one at any distance. */
export function listParameters(
  { find, state }: ParameterFilter,
  { book, today, open }: ToListParameters,
): readonly ListedParameter[] {
  const words = fold(find)
    .split(/\s+/)
    .filter((word) => word !== '')
  return book.parameters
    .filter((parameter) => words.every((word) => wordsOf(parameter).includes(word)))
    .map((parameter): ListedParameter => {
      const { name, checkBy } = parameter
      const draft = open.find(({ form }) => touchedBy(form).includes(name))
      return {
        ...{ parameter, now: book.find(today, name), next: book.next(today, name) },
        ...{ isOverdue: checkBy < today, draft: draft && { id: draft.id, state: draft.state } },
      }
    })
    .filter((one) => isIn(one, state))
    .toSorted((a, b) => {
      const [nearA, nearB] = [a, b].map(({ parameter }) => fold(parameter.label).startsWith(words.join(' ')))
      return Number(nearB) - Number(nearA) || vietnamese.compare(a.parameter.label, b.parameter.label)
    })
}

function isIn({ next, now, isOverdue, draft }: ListedParameter, state: ParameterFilter['state']): boolean {
  switch (state) {
    case '':
      return true
    case 'changing':
      return next !== undefined
    case 'overdue':
      return isOverdue
    case 'unconfirmed':
      return now?.certainty === 'unconfirmed' || next?.certainty === 'unconfirmed'
    case 'drafting':
      return draft !== undefined
  }
}

const folded = new WeakMap<Parameter, string>()

function wordsOf(parameter: Parameter): string {
  const known = folded.get(parameter)
  if (known !== undefined) return known
  const { name, label, values } = parameter
  const whole = fold(
    [name, label, ...values.map(({ source, value }) => `${source.act} ${value ?? ''}`)].join(' '),
  )
  folded.set(parameter, whole)
  return whole
}
