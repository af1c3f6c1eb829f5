import { defineJourney } from '../../src/conversation/define-journey.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { readBirthSpan, type BirthSpan } from '../../src/conversation/read-span.ts'
import { compute } from '../../src/policy/compute.ts'
import type { PensionEligibility } from '../../src/policy/rules/pension-eligibility.ts'
import type { Span } from '../../src/policy/span.ts'
import { howLong, oneOf } from '../bands.ts'
import { decide } from '../decide.ts'
import { factsIn, names, readSex } from '../facts.ts'
import { pensionBands } from '../pension-bands.ts'
import { sayBirth, sayMonths } from '../say-months.ts'
import type { World } from '../world.ts'

const households = ['poor', 'near-poor', 'other'] as const

interface Answers {
  contributionMonths: Span | null
  birth: BirthSpan | null
  sex: 'male' | 'female' | null
  household: (typeof households)[number] | null
}

const readHousehold = readChoice({
  poor: ['hộ nghèo', 'nghèo'],
  'near-poor': ['hộ cận nghèo', 'cận nghèo'],
  other: ['hộ khác', 'khác', 'không', 'bình thường', 'hộ thường', 'hộ bình thường', 'không nghèo'],
})

/** "58 tuổi, đóng 12 năm, có lương hưu không?" And when not: what is still open. */
export const pensionCheck = defineJourney<Answers, PensionEligibility['why'] | 'no-figure', World>({
  id: 'pension-check',

  questions: {
    contributionMonths: howLong(pensionBands),
    birth: {
      read: ({ text }, { today }) => readBirthSpan(text, today),
      inWords: (birth) => (birth === null ? '' : sayBirth(birth)),
      skip: null,
    },
    sex: oneOf('sex', ['male', 'female'], readSex),
    household: oneOf('household', households, readHousehold),
  },

  ends: {
    now: ['because'],
    'age-later': ['because', 'when'],
    'in-time': ['because', 'missing'],
    'short-then': ['because', 'missing'],
    'pay-missing': ['because', 'missing'],
    nearly: ['because', 'missing'],
    'far-short': ['because', 'missing', 'payFirst'],
    'begin-late': ['because', 'payFirst'],
    'social-pension': ['because'],
    unknown: ['because'],
    'no-figure': ['say'],
  },

  hear(text, { today }) {
    if (!names(/\bhuu\b|\b(?:linh|lanh) luong\b/, text)) return {}
    const { paid, birth, sex } = factsIn(text, today)
    return { contributionMonths: paid, birth, sex }
  },

  next(answers, { today, policy }) {
    const answer = compute({ rule: 'pension-eligibility', on: today, input: answers }, { book: policy })
    return decide(answer, ['contributionMonths', 'birth', 'sex', 'household'], answers, {
      values: ({ pensionFrom, missing, payFirst }) => ({
        when:
          pensionFrom === undefined
            ? 'khi đủ tuổi nghỉ hưu'
            : `từ tháng ${pensionFrom.split('-').reverse().join('/')}`,
        missing: missing ? sayMonths(missing) : '',
        payFirst: payFirst ? sayMonths(payFirst) : '',
      }),
      offers: ({ why }) => offers[why] ?? usual,
    })
  },
})

const usual = ['why-so', 'edit', 'contribution-quote', 'request-callback', 'lump-sum-compare'] as const
const offers: Readonly<Partial<Record<PensionEligibility['why'], readonly string[]>>> = {
  now: ['why-so', 'edit', 'request-callback', 'person'],
  'age-later': ['why-so', 'edit', 'request-callback', 'person'],
  'begin-late': ['why-so', 'edit', 'contribution-quote', 'request-callback'],
  'social-pension': ['why-so', 'edit', 'health-group-check', 'request-callback'],
}
