import { fieldNames, unitOf } from './field-names.ts'
import type { Refused } from './outcome.ts'
import type { NotInForce, PolicyBook } from './policy-book.ts'
import { printDay, printNumber } from './print.ts'

export function missingField(field: string): Refused {
  const say = `Cháu còn thiếu ${nameOf(field)} nên chưa tính được ạ.`
  return { kind: 'refused', refusal: 'missing-field', field, say }
}

export function badField(field: string): Refused {
  const say = `Cháu chưa đọc được ${nameOf(field)}, bác cho cháu biết lại giúp ạ.`
  return { kind: 'refused', refusal: 'bad-field', field, say }
}

/** The value is readable but outside what the law allows; the limits it does have are said. */
export function outOfRange(field: string, limits: { lowest?: number; highest?: number }): Refused {
  const { lowest, highest } = limits
  const unit = unitOf(field)
  const from = lowest === undefined ? [] : [`thấp nhất là ${printNumber(lowest)}${unit}`]
  const to = highest === undefined ? [] : [`cao nhất là ${printNumber(highest)}${unit}`]
  const say = `Cháu chưa tính được vì ${nameOf(field)} phải trong mức cho phép: ${[...from, ...to].join(', ')} ạ.`
  return { kind: 'refused', refusal: 'out-of-range', field, ...limits, say }
}

/** The sum needs a figure nobody has officially confirmed, so there is no sum. */
export function unconfirmed(field: string, parameter: string, book: PolicyBook): Refused {
  const say = `${book.labelOf(parameter)} chưa có xác nhận chính thức nên cháu chưa dám tính, bác hỏi cơ quan BHXH giúp cháu ạ.`
  return { kind: 'refused', refusal: 'unconfirmed', field, parameter, say }
}

export function notInForce({ parameter, day }: NotInForce, book: PolicyBook): Refused {
  const what = book.labelOf(parameter)
  const say = `Cháu chưa có số liệu cho ngày ${printDay(day)} (${what}) nên không dám tính, bác hỏi cơ quan BHXH giúp cháu ạ.`
  return { kind: 'refused', refusal: 'not-in-force', parameter, say }
}

function nameOf(field: string): string {
  return fieldNames[field] ?? field
}
