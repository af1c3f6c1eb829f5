import type { AnswerDesk } from '../../answers/desk.ts'
import { figures } from '../../policy/figures.ts'
import { quote, quoteNext } from '../../policy/quoted.ts'
import { formatDay } from '../../conversation/format.ts'

/** What the editor offers: numbers of the law with today's value, documents, topics, where an answer may lead. */
export function answerWords(desk: AnswerDesk) {
  const today = desk.today()
  const { book, register, banned } = desk.world(today)
  const named = [
    ...[...figures].map(([name, { label }]) => ({ name, label })),
    ...book.parameters.map(({ name, label }) => ({ name, label })),
  ]
  return {
    today,
    parameters: named.map(({ name, label }) => {
      const next = quoteNext(name, today, book)
      const now = quote(name, today, book)?.printed
      return { name, label, now, next: next?.printed, nextDay: next && formatDay(next.from) }
    }),
    documents: register.all.map(({ number, kind, title, until }) => ({
      ...{ number, kind, title },
      isOver: until !== undefined && until < today,
    })),
    topics: desk.topics().map((one) => ({ ...one })),
    journeys: desk.journeys().map((one) => ({ ...one })),
    banned: banned.map(({ words }) => words),
  }
}
