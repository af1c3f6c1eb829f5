import { defineJourney } from '../../src/conversation/define-journey.ts'
import { fold } from '../../src/conversation/fold.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { readMonths } from '../../src/conversation/read-span.ts'
import { compute } from '../../src/policy/compute.ts'
import type { HouseholdEligibility } from '../../src/policy/rules/household-eligibility.ts'
import type { Span } from '../../src/policy/span.ts'
import type { Day } from '../../src/policy/values.ts'
import { oneOf } from '../bands.ts'
import { decide } from '../decide.ts'
import type { World } from '../world.ts'

const covers = ['none', 'lapsed', 'household', 'worker', 'student', 'supported', 'paid'] as const
const DAYS_A_MONTH = 30
const MOST_DAYS = 36_500

interface Answers {
  cover: (typeof covers)[number] | null
  gapDays: Span | null
}

const readCover = readChoice({
  none: ['chưa từng có thẻ', 'chưa có thẻ', 'chưa có', 'không có thẻ', 'lần đầu', 'chưa mua bao giờ'],
  lapsed: ['thẻ đã hết hạn', 'thẻ hết hạn', 'hết hạn', 'thẻ cũ hết hạn', 'quên gia hạn', 'thẻ bị cắt'],
  household: ['đang có thẻ hộ', 'thẻ hộ gia đình', 'đang mua theo hộ', 'hộ gia đình'],
  worker: ['có thẻ công ty', 'thẻ công ty', 'thẻ cơ quan', 'công ty mua', 'công ty đóng'],
  student: ['thẻ học sinh', 'thẻ sinh viên', 'học sinh', 'sinh viên', 'mua ở trường'],
  supported: [
    'cận nghèo, hỗ trợ',
    'cận nghèo',
    'hộ cận nghèo',
    'nông dân được hỗ trợ',
    'được hỗ trợ một phần',
    'mức sống trung bình',
  ],
  paid: [
    'thẻ nhà nước cấp',
    'thẻ hộ nghèo',
    'hộ nghèo',
    'thẻ hưu',
    'thẻ hưu trí',
    'thẻ trẻ em',
    'thẻ người có công',
    'thẻ thân nhân bộ đội',
    'thẻ miễn phí',
    'nhà nước cấp',
  ],
})

/** "Tôi mua BHYT theo hộ gia đình được không, thẻ dùng được khi nào?" */
export const householdCheck = defineJourney<Answers, HouseholdEligibility['why'] | 'no-figure', World>({
  id: 'household-check',

  questions: {
    cover: oneOf('cover', covers, readCover),
    gapDays: {
      choices: (_, world) => gapBands(world).map(({ label }) => ({ label })),
      read: ({ text }, world) =>
        gapBands(world).find(({ label }) => fold(label) === fold(text))?.span ?? readDays(text, world.today),
      skip: null,
    },
  },

  ends: {
    'first-time': ['because'],
    continuous: ['because'],
    'after-gap': ['because'],
    'gap-unknown': ['because'],
    renewal: ['because'],
    'may-choose': ['because'],
    'other-group': ['because'],
    unknown: ['because'],
    'no-figure': ['say'],
  },

  next(answers, { today, policy }) {
    const answer = compute({ rule: 'household-eligibility', on: today, input: answers }, { book: policy })
    return decide(answer, ['cover', 'gapDays'], answers, {
      also: ({ verdict }) => (verdict === 'yes' ? ['note.members'] : []),
      offers: ({ verdict }) =>
        verdict === 'yes'
          ? ['why-so', 'household-health-quote', 'health-group-check', 'find-collection-point']
          : ['why-so', 'edit', 'health-group-check', 'person'],
    })
  },
})

function gapBands({ policy, today }: World) {
  const gap = policy.find(today, 'health-gap-days')?.value ?? 0
  return [
    { label: `Dưới ${gap} ngày`, span: { min: 0, max: gap - 1 } },
    { label: `Từ ${gap} ngày trở lên`, span: { min: gap, max: MOST_DAYS } },
  ]
}

/** "45 ngày", "2 tháng", "hơn một năm" → days. */
function readDays(text: string, today: Day): Span | undefined {
  const days = /(\d{1,4}) ?(?:ngay|hom)/.exec(fold(text))?.[1]
  if (days !== undefined) return { min: Number(days), max: Number(days) }
  const months = readMonths(text, today)
  return months && { min: months.min * DAYS_A_MONTH, max: Math.min(MOST_DAYS, months.max * DAYS_A_MONTH) }
}
