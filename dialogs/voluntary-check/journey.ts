import { defineJourney } from '../../src/conversation/define-journey.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { compute } from '../../src/policy/compute.ts'
import type { Span } from '../../src/policy/span.ts'
import type { VoluntaryEligibility } from '../../src/policy/rules/voluntary-eligibility.ts'
import { howOld, oneOf } from '../bands.ts'
import { decide } from '../decide.ts'
import { factsIn, names } from '../facts.ts'
import type { World } from '../world.ts'

const situations = ['free', 'contract', 'suspended', 'pension', 'foreigner'] as const

interface Answers {
  situation: (typeof situations)[number] | null
  age: Span | null
}

const readSituation = readChoice({
  free: [
    'lao động tự do',
    'tự do',
    'nông dân',
    'làm ruộng',
    'buôn bán',
    'nội trợ',
    'không đi làm',
    'ở nhà',
    'thất nghiệp',
    'sinh viên',
    'chạy xe',
    'làm thuê',
    'đã nghỉ việc',
    'nghỉ việc rồi',
  ],
  contract: [
    'đang đóng bắt buộc',
    'làm công ty',
    'đang làm công ty',
    'có hợp đồng',
    'công nhân',
    'đóng bắt buộc',
    'đi làm công ty',
  ],
  suspended: ['tạm hoãn hợp đồng', 'tạm hoãn', 'nghỉ không lương'],
  pension: [
    'đang có lương hưu',
    'có lương hưu',
    'lương hưu',
    'hưởng trợ cấp bhxh',
    'mất sức',
    'trợ cấp hằng tháng',
  ],
  foreigner: ['người nước ngoài', 'nước ngoài', 'quốc tịch nước ngoài'],
})

/** "Tôi đóng BHXH tự nguyện được không?" */
export const voluntaryCheck = defineJourney<Answers, VoluntaryEligibility['why'] | 'no-figure', World>({
  id: 'voluntary-check',

  questions: { situation: oneOf('situation', situations, readSituation), age: howOld() },

  ends: {
    eligible: ['because'],
    suspended: ['because'],
    'too-young': ['because'],
    contract: ['because'],
    pension: ['because'],
    foreigner: ['because'],
    unknown: ['because'],
    'no-figure': ['say'],
  },

  hear: (text, { today }) => (names(/\btu nguyen\b/, text) ? { age: factsIn(text, today).age } : {}),

  next(answers, { today, policy }) {
    const answer = compute({ rule: 'voluntary-eligibility', on: today, input: answers }, { book: policy })
    return decide(answer, ['age', 'situation'], answers, { offers: ({ verdict }) => offers[verdict] })
  },
})

const offers = {
  yes: ['why-so', 'contribution-quote', 'support-check', 'request-callback'],
  no: ['why-so', 'edit', 'checks', 'person'],
  ask: ['why-so', 'edit', 'request-callback', 'person'],
} as const
