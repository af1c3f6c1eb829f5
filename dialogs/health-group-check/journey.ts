import { defineJourney } from '../../src/conversation/define-journey.ts'
import { formatDong } from '../../src/conversation/format.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { compute } from '../../src/policy/compute.ts'
import { printPercent } from '../../src/policy/print.ts'
import type { HealthGroup } from '../../src/policy/rules/health-group.ts'
import type { Span } from '../../src/policy/span.ts'
import { howOld, oneOf } from '../bands.ts'
import { decide } from '../decide.ts'
import { factsIn, names } from '../facts.ts'
import type { World } from '../world.ts'

const households = ['poor', 'near-poor', 'average-farm', 'other'] as const
const statuses = [
  'none',
  'worker',
  'fund',
  'student',
  'merit',
  'allowance',
  'area',
  'village-health',
  'village-staff',
] as const

interface Answers {
  household: (typeof households)[number] | null
  status: (typeof statuses)[number] | null
  age: Span | null
}

const readHousehold = readChoice({
  poor: ['hộ nghèo', 'nghèo', 'nhà nghèo'],
  'near-poor': ['hộ cận nghèo', 'cận nghèo'],
  'average-farm': [
    'nông dân trung bình',
    'mức sống trung bình',
    'hộ trung bình',
    'làm nông mức sống trung bình',
  ],
  other: [
    'hộ khác',
    'không thuộc',
    'không thuộc diện nào',
    'bình thường',
    'hộ thường',
    'hộ bình thường',
    'nhà bình thường',
    'khác',
    'không',
    'thoát nghèo',
    'không nghèo',
  ],
})
const readStatus = readChoice({
  none: [
    'không thuộc diện nào',
    'không',
    'không có',
    'không có gì',
    'k có gì',
    'ko có gì',
    'không có gì đặc biệt',
    'không gì cả',
    'lao động tự do',
    'tự do',
    'nông dân',
    'ở nhà',
  ],
  worker: ['đi làm có hợp đồng', 'có hợp đồng', 'công nhân', 'làm công ty', 'cán bộ', 'viên chức'],
  fund: [
    'hưu, thất nghiệp',
    'lương hưu',
    'hưu trí',
    'đang lãnh thất nghiệp',
    'trợ cấp thất nghiệp',
    'mất sức',
  ],
  student: ['học sinh, sinh viên', 'học sinh', 'sinh viên', 'đi học'],
  merit: ['người có công', 'thương binh', 'cựu chiến binh', 'liệt sĩ', 'thân nhân liệt sĩ'],
  allowance: ['có trợ cấp xã hội', 'trợ cấp xã hội', 'khuyết tật nặng', 'bảo trợ xã hội'],
  area: ['vùng khó khăn, đảo', 'vùng khó khăn', 'vùng đặc biệt khó khăn', 'xã đảo', 'xã khó khăn'],
  'village-health': ['y tế thôn bản', 'cô đỡ thôn bản', 'nhân viên y tế thôn'],
  'village-staff': [
    'cán bộ thôn, tổ',
    'cán bộ thôn',
    'trưởng thôn',
    'tổ trưởng dân phố',
    'bảo vệ an ninh cơ sở',
  ],
})

const money = ['because', 'percent', 'left']

/** "Tôi có được cấp thẻ BHYT miễn phí, hay được hỗ trợ không?" */
export const healthGroupCheck = defineJourney<Answers, HealthGroup['why'] | 'no-figure', World>({
  id: 'health-group-check',

  questions: {
    household: oneOf('household', households, readHousehold),
    status: oneOf('status', statuses, readStatus),
    age: howOld(),
  },

  ends: {
    child: ['because'],
    poor: ['because'],
    area: ['because'],
    merit: ['because'],
    allowance: ['because'],
    old: ['because'],
    worker: ['because'],
    fund: ['because'],
    'near-poor': money,
    student: money,
    'village-health': money,
    'village-staff': money,
    'average-farm': money,
    household: ['because'],
    unknown: ['because'],
    'no-figure': ['say'],
  },

  hear(text, { today, talk }) {
    const isMeant = names(/\b(bhyt|y te|the)\b/, text) || /health/.test(talk.programme)
    return isMeant ? { household: readHousehold(text), age: factsIn(text, today).age } : {}
  },

  next(answers, world) {
    const answer = compute({ rule: 'health-group', on: world.today, input: answers }, { book: world.policy })
    return decide(answer, ['household', 'status', 'age'], answers, {
      values: (result) => support(result, world),
      offers: ({ verdict }) =>
        verdict === 'yes'
          ? ['why-so', 'edit', 'find-collection-point', 'request-callback']
          : ['why-so', 'edit', 'household-health-quote', 'household-check'],
    })
  },
})

const groupOf: Readonly<Record<string, string>> = {
  'near-poor': 'near-poor',
  student: 'student',
  'village-health': 'village-health-worker',
  'average-farm': 'average-farm',
}

/** What is left to pay for a year, where the State's part is a share. */
function support(
  { why, supportPercent }: HealthGroup,
  { today, policy }: World,
): Readonly<Record<string, string>> {
  if (supportPercent === undefined) return {}
  const percent = printPercent(supportPercent)
  const group = groupOf[why]
  const left = compute({ rule: 'health-support', on: today, input: { group, months: 12 } }, { book: policy })
  const amount =
    left.kind === 'refused'
      ? ''
      : ` Mỗi người còn đóng nhiều nhất ${formatDong(left.result.youPayAtMost)} một năm.`
  return { percent, left: amount }
}
