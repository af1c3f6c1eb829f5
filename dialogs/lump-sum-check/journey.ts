import { defineJourney } from '../../src/conversation/define-journey.ts'
import { formatDay } from '../../src/conversation/format.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { compute } from '../../src/policy/compute.ts'
import type { LumpSumEligibility } from '../../src/policy/rules/lump-sum-eligibility.ts'
import type { Span } from '../../src/policy/span.ts'
import { howLong, howLongAgo, oneOf, yearBands, yesOrNo, type Band } from '../bands.ts'
import { decide } from '../decide.ts'
import { factsIn, names } from '../facts.ts'
import type { World } from '../world.ts'

const reasons = ['none', 'illness', 'abroad'] as const

interface Answers {
  stoppedMonths: Span | null
  reason: (typeof reasons)[number] | null
  contributionMonths: Span | null
  joinedBefore: boolean | null
  atPensionAge: boolean | null
}

const readReason = readChoice({
  none: [
    'không thuộc ý nào',
    'không thuộc các ý này',
    'không',
    'không có',
    'không có gì',
    'không có gì đặc biệt',
    'không bị gì',
    'không phải',
    'bình thường',
    'nghỉ việc thôi',
  ],
  illness: ['bệnh hiểm nghèo', 'bệnh nặng', 'ung thư', 'khuyết tật nặng', 'bại liệt', 'xơ gan', 'lao nặng'],
  abroad: ['định cư nước ngoài', 'đi định cư', 'ra nước ngoài', 'nước ngoài', 'định cư'],
})

const readBefore = readChoice({
  yes: ['trước', 'trước đó', 'có trước', 'trước rồi', 'từ trước', 'đóng từ trước', 'lâu rồi'],
  no: ['sau', 'sau đó', 'sau này', 'mới đóng', 'mới tham gia', 'mới đóng sau này'],
})
const readAged = readChoice({
  yes: ['quá tuổi', 'hết tuổi', 'đủ tuổi', 'tới tuổi', 'đến tuổi', 'qua tuổi rồi'],
  no: ['còn trẻ', 'trẻ', 'chưa tới', 'chưa đến', 'còn lâu', 'còn mấy năm', 'gần tới'],
})

/** "Tôi được rút BHXH một lần chưa?" The right only; whether it is wise is another talk, and the person's own choice. */
export const lumpSumCheck = defineJourney<Answers, LumpSumEligibility['why'] | 'no-figure', World>({
  id: 'lump-sum-check',

  questions: {
    stoppedMonths: howLongAgo(stoppedBands),
    reason: oneOf('reason', reasons, readReason),
    contributionMonths: howLong(yearsBands),
    joinedBefore: yesOrNo('joinedBefore', readBefore),
    atPensionAge: yesOrNo('atPensionAge', readAged),
  },

  ends: {
    abroad: ['because'],
    illness: ['because'],
    retirement: ['because'],
    stopped: ['because'],
    paying: ['because'],
    wait: ['because'],
    'many-years': ['because'],
    'joined-after': ['because', 'since'],
    pension: ['because'],
    unknown: ['because'],
    'no-figure': ['say'],
  },

  hear(text, { today }) {
    if (!names(/\b(rut|mot lan|1 lan|mot cuc)\b/, text)) return {}
    const { paid, stopped } = factsIn(text, today)
    return { stoppedMonths: stopped, contributionMonths: paid }
  },

  next(answers, { today, policy }) {
    const answer = compute({ rule: 'lump-sum-eligibility', on: today, input: answers }, { book: policy })
    const door = policy.find(today, 'lump-sum-joined-before')
    const since = door ? formatDay(door.from) : ''
    return decide(
      answer,
      ['stoppedMonths', 'reason', 'contributionMonths', 'joinedBefore', 'atPensionAge'],
      answers,
      {
        asking: { since },
        values: () => ({ since }),
        offers: ({ verdict }) =>
          verdict === 'yes'
            ? ['lump-sum-compare', 'why-so', 'edit', 'person']
            : ['why-so', 'edit', 'lump-sum-compare', 'pension-check', 'person'],
      },
    )
  },
})

function stoppedBands({ policy, today }: World): readonly Band[] {
  const wait = policy.find(today, 'lump-sum-wait-months')?.value ?? 0
  return [
    { label: 'Đang còn đóng', min: 0, max: 0 },
    { label: `Dưới ${wait} tháng`, min: 1, max: wait - 1 },
    { label: `Từ ${wait} tháng trở lên`, min: wait, max: 1_200 },
  ]
}

function yearsBands({ policy, today }: World): readonly Band[] {
  const yearsOf = (name: string) => policy.find(today, name)?.value ?? 0
  return yearBands(yearsOf('pension-min-years'), yearsOf('lump-sum-max-years'))
}
