import { defineJourney } from '../../src/conversation/define-journey.ts'
import { formatCitations, formatDong } from '../../src/conversation/format.ts'
import { ask, end, type Question } from '../../src/conversation/journey.ts'
import { readDong } from '../../src/conversation/read-money.ts'
import { LUMP_SUM_SPLIT_YEAR } from '../../src/policy/rules/lump-sum.ts'
import type { Span } from '../../src/policy/span.ts'
import type { Dong } from '../../src/policy/values.ts'
import { howLong, oneOf } from '../bands.ts'
import { doubtsAbout } from '../doubts-about.ts'
import { factsIn, names, readSex } from '../facts.ts'
import { pensionBands } from '../pension-bands.ts'
import type { World } from '../world.ts'
import { lumpSumOf, pensionLater } from './both-sides.ts'

interface Answers {
  contributionMonths: Span | null
  monthsBefore: Span | null
  averageIncome: Dong | null
  sex: 'male' | 'female' | null
}

const averageIncome: Question<Answers['averageIncome'], Answers, World> = {
  choices: (_, { policy, today }) =>
    [1, 2, 3, 4].map((times) => ({
      label: formatDong(policy.on(today, 'rural-poverty-line').value * times),
    })),
  read: ({ text }) => readDong(text),
  skip: null,
}

const beforeSplit = howLong<Answers>(() => [{ label: 'Không có', min: 0, max: 0 }])
/** A part of the time paid: more than the whole of it was meant as something else. */
const monthsBefore: Question<Answers['monthsBefore'], Answers, World> = {
  ...beforeSplit,
  read: (said, world, answers) => {
    const months = beforeSplit.read(said, world, answers)
    const whole = answers.contributionMonths?.max ?? Infinity
    return months && months.min > whole ? undefined : months
  },
}

/** "Trước khi rút một lần": what is lost and gained either way, side by side. No advice: the person chooses. */
export const lumpSumCompare = defineJourney<Answers, 'amounts' | 'words', World>({
  id: 'lump-sum-compare',

  questions: {
    contributionMonths: howLong(pensionBands),
    averageIncome,
    monthsBefore,
    sex: oneOf('sex', ['male', 'female'], readSex),
  },

  ends: { amounts: ['lump', 'later', 'because'], words: [] },

  hear(text, { today }) {
    if (!names(/\b(de lai|bao luu|so sanh|thiet)\b/, text)) return {}
    const { paid, sex } = factsIn(text, today)
    return { contributionMonths: paid, sex }
  },

  next(answers, world) {
    const { contributionMonths: paid, averageIncome: income, monthsBefore, sex } = answers
    if (paid === undefined) return ask('contributionMonths')
    if (paid === null) return inWords
    if (income === undefined) return ask('averageIncome')
    if (income === null) return inWords
    const year = String(LUMP_SUM_SPLIT_YEAR)
    if (monthsBefore === undefined) return ask('monthsBefore', { year })
    if (sex === undefined) return ask('sex')
    return sideBySide({ paid, income, monthsBefore, sex }, world)
  },
})

const offers = ['edit', 'lump-sum-check', 'pension-check', 'request-callback']
const inWords = end('words', {}, { offers })

function sideBySide(
  {
    paid,
    income,
    monthsBefore,
    sex,
  }: { paid: Span; income: Dong; monthsBefore: Span | null; sex: Answers['sex'] },
  world: World,
) {
  const lump = lumpSumOf(paid, monthsBefore, income, world)
  if (!lump) return inWords
  const later = sex === null ? undefined : pensionLater(paid, income, sex, world)
  const { least, most, answer } = lump
  const doubts = doubtsAbout(answer)
  const values = {
    lump: least === most ? formatDong(least) : `từ ${formatDong(least)} đến ${formatDong(most)}`,
    later: later
      ? ` (${later.enough ? 'với số năm này' : 'khi đóng vừa đủ'}, chừng ${formatDong(later.monthly)} một tháng)`
      : '',
    because: formatCitations([...answer.because, ...(later?.answer.because ?? [])]),
    ...doubts.values,
  }
  const receipts = [answer.receipt, ...(later ? [later.answer.receipt] : [])]
  return end('amounts', values, {
    also: ['note.voluntary', ...doubts.also],
    offers: ['why', ...offers, ...doubts.offers],
    receipts,
  })
}
