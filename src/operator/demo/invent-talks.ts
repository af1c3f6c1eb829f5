import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import type { Outcome } from '../../conversation/question-note.ts'
import type { PastQuestion, PastTalks } from '../../numbers/past-talks.ts'
import type { Chance } from './chance.ts'

const DAYS = 30
const DAY_MS = 86_400_000
const QUESTIONS_A_DAY = 120
const strange = ['mua bảo hiểm xe máy ở đâu', 'giá vàng hôm nay', 'bao giờ có điện lại', 'đổi bằng lái xe']

/** An answer that people of the demo ask for. */
interface Answerable {
  readonly id: string
  readonly programme: string
  readonly ask: readonly string[]
}

/** What came of questions, by how often: of a hundred, 62 are answered at once. */
const outcomes: readonly (readonly [Outcome, number])[] = [
  ['answered', 62],
  ['choices', 20],
  ['not-understood', 9],
  ['not-ours', 5],
  ['handed-over', 4],
]

/** A month of talks up to `now`: fewer on Sundays, a few answers asked for far more often than the rest. */
export function inventTalks(answers: readonly Answerable[], now: Date, chance: Chance): PastTalks {
  const days = Array.from({ length: DAYS }, (_, i) => new Date(now.getTime() - i * DAY_MS))
  const counts = days.flatMap((day) => inventDay(day, chance))
  const questions = days.flatMap((day, i) =>
    Array.from({ length: QUESTIONS_A_DAY }, (_, j) => {
      const askedAt = new Date(day.getTime() - Math.floor(chance.next() * 6 * 3_600_000))
      return { ...inventQuestion(answers, chance), key: `demo-${i}-${j}`, askedAt }
    }),
  )
  return { questions, counts }
}

function inventDay(at: Date, chance: Chance): PastTalks['counts'] {
  const day = dayInVietNam(at)
  const isSunday = new Date(day).getUTCDay() === 0
  const people = isSunday ? chance.between(120, 180) : chance.between(260, 400)
  const again = Math.round(people * (0.5 + chance.next() * 0.15))
  const visits = (what: 'visit' | 'visit-about', programme: string, share: number) => [
    { what, day, programme, item: 'once', n: Math.round(people * share) },
    { what, day, programme, item: 'again', n: Math.round(again * share) },
  ]
  const answered = (item: string, share: number) => {
    return { what: 'answered' as const, day, programme: '', item, n: Math.round(people * 3 * share) }
  }
  return [
    ...visits('visit', '', 1),
    ...visits('visit-about', 'voluntary', 0.45),
    ...visits('visit-about', 'household-health', 0.3),
    ...visits('visit-about', 'health', 0.15),
    ...[answered('a', 0.96), answered('b', 0.03), answered('c', 0.01)],
  ]
}

function inventQuestion(
  answers: readonly Answerable[],
  chance: Chance,
): Omit<PastQuestion, 'key' | 'askedAt'> {
  const outcome = drawn(chance)
  const found = answers[Math.floor(chance.next() ** 3 * answers.length)]
  const isFound = outcome === 'answered' || outcome === 'choices'
  if (!found || !isFound) return { ...nothing, words: chance.one(strange), programme: undefined, outcome }
  const isChosen = outcome === 'choices' && chance.happens(0.7)
  const judged = chance.happens(0.15) ? (chance.happens(0.85) ? 'helpful' : 'not-meant') : undefined
  return {
    ...{ words: chance.one(found.ask), programme: found.programme, outcome, shown: [found.id] },
    ...{ verdict: isChosen ? 'chosen' : judged, chosen: isChosen ? found.id : undefined },
  }
}

const nothing = { shown: [], verdict: undefined, chosen: undefined }

function drawn(chance: Chance): Outcome {
  let left = chance.between(1, 100)
  for (const [outcome, often] of outcomes) {
    left -= often
    if (left <= 0) return outcome
  }
  return 'answered'
}
