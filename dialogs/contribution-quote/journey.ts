import { defineJourney } from '../../src/conversation/define-journey.ts'
import { formatCitations, formatDay, formatDong } from '../../src/conversation/format.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import { readDong } from '../../src/conversation/read-money.ts'
import { compute, type Answer } from '../../src/policy/compute.ts'
import type { VoluntaryContribution } from '../../src/policy/rules/voluntary-contribution.ts'
import type { Day, Dong } from '../../src/policy/values.ts'
import { doubtsAbout } from '../doubts-about.ts'
import { everyday } from '../everyday.ts'
import type { World } from '../world.ts'
import { groups, hear, intervals, isLowest, readGroup, readInterval } from './read.ts'

interface Answers {
  group: (typeof groups)[number]
  chosenIncome: Dong
  interval: (typeof intervals)[number]
}
type Complete = Readonly<Answers>

/** "Mỗi tháng tôi đóng bao nhiêu?" Three questions, one sum, and the articles it comes from. */
export const contributionQuote = defineJourney<Answers, 'monthly' | 'quote' | 'no-figure', World>({
  id: 'contribution-quote',

  questions: {
    group: {
      choices: () => groups.map((group) => ({ key: `group.${group}` })),
      read: ({ text }) => readGroup(text),
      skip: 'other',
    },
    chosenIncome: {
      choices: (_, { policy, today }) =>
        [1, 2, 3].map((times) => ({
          label: formatDong(policy.on(today, 'rural-poverty-line').value * times),
        })),
      read: ({ text }) => (isLowest(text) ? 0 : readDong(text)),
      inWords: (income) => (income === 0 ? 'thấp nhất' : formatDong(income)),
      skip: 0,
    },
    interval: {
      choices: () => intervals.map((interval) => ({ key: `interval.${interval}` })),
      read: ({ text }) => intervals.find((interval) => String(interval) === readInterval(text)),
      skip: 1,
    },
  },

  ends: {
    monthly: ['youPay', 'perDay', 'gross', 'stateSupport', 'localPart', 'because'],
    quote: ['period', 'youPay', 'perMonth', 'perDay', 'gross', 'stateSupport', 'localPart', 'because'],
    'no-figure': ['say'],
  },

  hear,

  next({ group, chosenIncome, interval }, world) {
    if (group === undefined) return ask('group')
    if (chosenIncome === undefined) return ask('chosenIncome')
    const answers = { group, interval: interval ?? 1, chosenIncome: atLeastLowest(chosenIncome, world) }
    const answer = quote(answers, world.today, world)
    if (answer.kind === 'refused' && answer.field === 'chosenIncome') {
      return ask('chosenIncome', limits(answer), 'note.out-of-range')
    }
    if (answer.kind === 'refused') return end('no-figure', { say: answer.say }, { offers: ['person'] })
    if (interval === undefined) return ask('interval')
    return told(answers, answer, world)
  },
})

/** "Mức thấp nhất" is kept as 0, so that it means the lowest of the day it is asked about. */
function atLeastLowest(chosenIncome: Dong, { policy, today }: World): Dong {
  return chosenIncome === 0 ? (policy.find(today, 'rural-poverty-line')?.value ?? 0) : chosenIncome
}

function quote(answers: Complete, on: Day, { policy, home }: World): Answer<VoluntaryContribution> {
  return compute(
    { rule: 'voluntary-contribution', on, input: { ...answers, province: home } },
    { book: policy },
  )
}

function limits({ lowest = 0, highest = 0 }: { readonly lowest?: number; readonly highest?: number }) {
  return { lowest: formatDong(lowest), highest: formatDong(highest) }
}

function told(
  answers: Complete,
  answer: Exclude<Answer<VoluntaryContribution>, { kind: 'refused' }>,
  world: World,
) {
  const sum = answer.result
  const values = {
    period: String(answers.interval),
    youPay: formatDong(sum.youPay),
    perMonth: formatDong(sum.perMonth),
    perDay: formatDong(sum.perDay),
    gross: formatDong(sum.gross),
    stateSupport: formatDong(sum.stateSupport),
    localPart: sum.localSupport > 0 ? `, tỉnh hỗ trợ thêm ${formatDong(sum.localSupport)}` : '',
    because: formatCitations(answer.because),
  }
  const coming = comingChange(answers, world)
  const doubts = doubtsAbout(answer)
  const dayByDay = everyday(sum.youPay, answers.interval)
  return end(
    answers.interval === 1 ? 'monthly' : 'quote',
    { ...values, ...coming, ...dayByDay.values, ...doubts.values },
    {
      also: [...doubts.also, ...dayByDay.also, ...(coming ? ['note.coming'] : [])],
      offers: ['why', 'edit', 'request-callback', 'find-collection-point', ...doubts.offers],
      receipts: [answer.receipt],
    },
  )
}

/** The same person once the next poverty line holds: the lowest income rises, and with it the State's part. */
function comingChange(answers: Complete, world: World) {
  const next = world.policy.next(world.today, 'rural-poverty-line')
  if (!next) return undefined
  const chosenIncome = Math.max(answers.chosenIncome, next.value)
  const then = quote({ ...answers, interval: 1, chosenIncome }, next.from, world)
  if (then.kind === 'refused') return undefined
  const sum = then.result
  return {
    nextDay: formatDay(next.from),
    nextLowest: next.printed,
    nextIncome: formatDong(chosenIncome),
    nextGross: formatDong(sum.gross),
    nextPay: formatDong(sum.youPay),
  }
}
