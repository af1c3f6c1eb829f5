import { defineJourney } from '../../src/conversation/define-journey.ts'
import { fold } from '../../src/conversation/fold.ts'
import { formatDong } from '../../src/conversation/format.ts'
import { ask, end, type Question } from '../../src/conversation/journey.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { readDong } from '../../src/conversation/read-money.ts'
import { compute } from '../../src/policy/compute.ts'
import type { UnemploymentEligibility } from '../../src/policy/rules/unemployment-eligibility.ts'
import type { Span } from '../../src/policy/span.ts'
import type { Dong } from '../../src/policy/values.ts'
import { howLong, howLongAgo, oneOf, yesOrNo, type Band } from '../bands.ts'
import { decide } from '../decide.ts'
import { doubtsAbout } from '../doubts-about.ts'
import { factsIn, names } from '../facts.ts'
import type { World } from '../world.ts'
import { benefitOf, regions, type Region } from './benefit.ts'

const endings = ['lawful', 'unlawful', 'working'] as const

interface Answers {
  ended: (typeof endings)[number] | null
  leftMonths: Span | null
  windowMonths: Span | null
  pension: boolean | null
  averageSalary: Dong | null
  totalMonths: Span | null
  region: Region | null
}
type Asked<Name extends keyof Answers> = Question<Answers[Name], Answers, World>

const readEnding = readChoice({
  lawful: [
    'nghỉ đúng luật',
    'đúng luật',
    'hết hợp đồng',
    'hết hạn hợp đồng',
    'công ty cho nghỉ',
    'cty cho nghỉ',
    'cho nghỉ việc',
    'hết hạn',
    'thoả thuận nghỉ',
    'có báo trước',
    'bị cắt giảm',
  ],
  unlawful: [
    'tự ý bỏ việc',
    'bỏ việc',
    'nghỉ ngang',
    'không báo trước',
    'bị sa thải',
    'sa thải',
    'buộc thôi việc',
  ],
  working: ['chưa nghỉ việc', 'chưa nghỉ', 'đang đi làm', 'còn đi làm', 'đã có việc mới', 'có việc mới rồi'],
})

const averageSalary: Asked<'averageSalary'> = { read: ({ text }) => readDong(text), skip: null }

const region: Asked<'region'> = {
  choices: () => regions.map((one) => ({ label: `Vùng ${one}` })),
  read({ text }) {
    const said = fold(text)
      .replace(/[^a-z0-9 ]/g, ' ')
      .trim()
      .split(' ')
      .at(-1)
    return regions.find((one, i) => one.toLowerCase() === said || String(i + 1) === said)
  },
  skip: null,
}

/** "Nghỉ việc rồi có được lãnh thất nghiệp không, được bao nhiêu?" */
export const unemploymentCheck = defineJourney<
  Answers,
  UnemploymentEligibility['why'] | 'amount' | 'no-figure',
  World
>({
  id: 'unemployment-check',

  questions: {
    ended: oneOf('ended', endings, readEnding),
    leftMonths: howLongAgo(leftBands),
    windowMonths: howLong(windowBands),
    pension: yesOrNo('pension'),
    averageSalary,
    totalMonths: howLong(() => []),
    region,
  },

  ends: {
    eligible: ['because'],
    amount: ['because', 'monthly', 'months', 'total'],
    working: ['because'],
    unlawful: ['because'],
    pension: ['because'],
    late: ['because'],
    'too-few': ['because'],
    unknown: ['because'],
    'no-figure': ['say'],
  },

  hear: (text, { today }) =>
    names(/\b(that nghiep|bhtn|tctn)\b/, text) ? { leftMonths: factsIn(text, today).stopped } : {},

  next(answers, world) {
    const { ended, leftMonths, windowMonths, pension } = answers
    const input = { ended, leftMonths, windowMonths, pension }
    const answer = compute(
      { rule: 'unemployment-eligibility', on: world.today, input },
      { book: world.policy },
    )
    const decided = decide(answer, ['ended', 'leftMonths', 'windowMonths', 'pension'], answers, {
      offers: ({ verdict }) =>
        verdict === 'yes' ? ['why-so', 'edit', 'person'] : ['why-so', 'edit', 'lump-sum-check', 'person'],
    })
    return 'end' in decided && decided.end === 'eligible' ? withAmount(answers, decided, world) : decided
  },
})

/** Entitled: how much and how long, as far as the person would like to say. */
function withAmount(
  answers: Readonly<Partial<Answers>>,
  decided: ReturnType<typeof end<'eligible' | UnemploymentEligibility['why'] | 'no-figure'>>,
  world: World,
) {
  if (answers.averageSalary === undefined) return ask('averageSalary')
  if (answers.averageSalary === null) return decided
  if (answers.totalMonths === undefined) return ask('totalMonths')
  const benefit = benefitOf(answers, world)
  if (benefit === 'region-matters') return answers.region === undefined ? ask('region') : decided
  if (benefit === undefined) return decided
  const { monthly, months } = benefit.result
  const doubts = doubtsAbout(benefit)
  return end(
    'amount',
    {
      ...decided.with,
      monthly: formatDong(monthly),
      months: String(months),
      total: formatDong(monthly * months),
      ...doubts.values,
    },
    { also: doubts.also, offers: ['why', 'edit', 'person'], receipts: [benefit.receipt] },
  )
}

function leftBands({ policy, today }: World): readonly Band[] {
  const file = policy.find(today, 'unemployment-file-months')?.value ?? 0
  return [
    { label: `Trong ${file} tháng`, min: 0, max: file },
    { label: `Quá ${file} tháng`, min: file + 1, max: 1_200 },
  ]
}

function windowBands({ policy, today }: World): readonly Band[] {
  const needed = policy.find(today, 'unemployment-min-months')?.value ?? 0
  const counted = policy.find(today, 'unemployment-window-months')?.value ?? needed
  return [
    { label: `Dưới ${needed} tháng`, min: 0, max: needed - 1 },
    { label: `Từ ${needed} tháng trở lên`, min: needed, max: counted },
  ]
}
