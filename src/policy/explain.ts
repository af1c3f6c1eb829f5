import { figures } from './figures.ts'
import type { PolicyBook } from './policy-book.ts'
import { quote } from './quoted.ts'
import { certaintyWords, type Citation, type Day } from './values.ts'

/** One line of an explanation: a value of the law with its article, or an amount worked out from lines above. */
export interface Line {
  readonly what: string
  readonly value: string
  readonly source?: Citation
  /** The lines it is worked out from, counted from 1. */
  readonly from?: readonly number[]
}

/** Where the numbers that words quote come from: each value of the law once, then what is worked out from them. */
export function explain(names: readonly string[], on: Day, book: PolicyBook): readonly Line[] {
  const quoted = names.flatMap((name) => {
    const found = quote(name, on, book)
    return found ? [{ name, ...found }] : []
  })
  const values = [...new Map(quoted.flatMap(({ used }) => used).map((value) => [value.name, value])).values()]
  const lineOf = (name: string) => values.findIndex((value) => value.name === name) + 1
  const worked = quoted.flatMap(({ name, printed, used, certainty }) => {
    const figure = figures.get(name)
    return figure
      ? [
          {
            what: figure.label,
            value: printed + certaintyWords[certainty],
            from: used.map((value) => lineOf(value.name)),
          },
        ]
      : []
  })
  const rests = values.map(({ label, printed, source, certainty }) => {
    return { what: label, value: printed + certaintyWords[certainty], source }
  })
  return [...rests, ...worked]
}
