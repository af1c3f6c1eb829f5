import type { AnswerText } from '../answers/revision.ts'
import { citedDocuments } from '../faq/answer-words.ts'
import { holesOf } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import { quote } from '../policy/quoted.ts'
import type { Day } from '../policy/values.ts'

/** Titles of the answers that quote a number, by itself or in a figure that rests on it on that day. */
export function answersQuoting(
  parameter: string,
  texts: readonly AnswerText[],
  { book, on }: { readonly book: PolicyBook; readonly on: Day },
): readonly string[] {
  const rests = new Map<string, boolean>([[parameter, true]])
  const restsOn = (name: string) => {
    const known =
      rests.get(name) ?? quote(name, on, book)?.used.some((used) => used.name === parameter) ?? false
    rests.set(name, known)
    return known
  }
  return texts.filter(({ body }) => holesOf(body).some(restsOn)).map(({ title }) => title)
}

/** Titles of the answers that cite a document. */
export function answersCiting(number: string, texts: readonly AnswerText[]): readonly string[] {
  return texts
    .filter(({ law, body }) => law.some(({ act }) => act === number) || citedDocuments(body).includes(number))
    .map(({ title }) => title)
}
