import type { AnswerText } from '../answers/revision.ts'
import { citedDocuments } from '../faq/answer-words.ts'
import { holesOf } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import { quote } from '../policy/quoted.ts'
import type { Day } from '../policy/values.ts'

/** Titles of the answers that quote a number, by itself or in a figure that rests on it on that day; put down after each. */
export function* answersQuoting(
  parameter: string,
  texts: readonly AnswerText[],
  { book, on }: { readonly book: PolicyBook; readonly on: Day },
): Generator<undefined, readonly string[]> {
  const rests = new Map<string, boolean>([[parameter, true]])
  const restsOn = (name: string) => {
    const known =
      rests.get(name) ?? quote(name, on, book)?.used.some((used) => used.name === parameter) ?? false
    rests.set(name, known)
    return known
  }
  const titles: string[] = []
  for (const { title, body } of texts) {
    if (holesOf(body).some(restsOn)) titles.push(title)
    yield
  }
  return titles
}

/** Titles of the answers that cite a document; put down after each. */
export function* answersCiting(
  number: string,
  texts: readonly AnswerText[],
): Generator<undefined, readonly string[]> {
  const titles: string[] = []
  for (const { title, law, body } of texts) {
    if (law.some(({ act }) => act === number) || citedDocuments(body).includes(number)) titles.push(title)
    yield
  }
  return titles
}
