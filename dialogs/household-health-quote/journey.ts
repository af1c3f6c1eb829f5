import { defineJourney } from '../../src/conversation/define-journey.ts'
import { formatCitations, formatDong } from '../../src/conversation/format.ts'
import { fold } from '../../src/conversation/fold.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { compute } from '../../src/policy/compute.ts'
import { doubtsAbout } from '../doubts-about.ts'
import { everyday } from '../everyday.ts'
import { names } from '../facts.ts'
import { readMembers } from '../read-members.ts'
import type { World } from '../world.ts'

const periods = [3, 6, 12] as const
const MOST = 30

interface Answers {
  members: number
  months: (typeof periods)[number]
}

/** "Nhà tôi 4 người mua bhyt 1 năm hết bao nhiêu": both answers at once. */
function hear(text: string) {
  const months = readMonths(text)
  const isMeant =
    names(/\b(bhyt|bao hiem y te|the y te|bh y te)\b/, text) && /\bnguoi\b|vo chong/.test(fold(text))
  return isMeant
    ? { members: readMembers(text, MOST), months: periods.find((one) => String(one) === months) }
    : {}
}

const readMonths = readChoice({
  '3': ['ba tháng', '3 tháng', '3', 'một quý', 'quý'],
  '6': ['sáu tháng', '6 tháng', '6', 'nửa năm'],
  '12': ['mười hai tháng', '12 tháng', '12', 'cả năm', 'một năm', '1 năm', 'năm'],
})

/** "Cả nhà mua BHYT hết bao nhiêu?" How many join, for how long; each further member pays less. */
export const householdHealthQuote = defineJourney<Answers, 'one' | 'quote' | 'no-figure', World>({
  id: 'household-health-quote',

  questions: {
    members: {
      choices: () => [1, 2, 3, 4, 5].map((count) => ({ key: `members.${count}` })),
      read: ({ text }) => readMembers(text, MOST),
    },
    months: {
      choices: () => periods.map((months) => ({ key: `months.${months}` })),
      read: ({ text }) => periods.find((months) => String(months) === readMonths(text)),
      skip: 12,
    },
  },

  ends: {
    one: ['months', 'total', 'because'],
    quote: ['members', 'months', 'list', 'total', 'because'],
    'no-figure': ['say'],
  },

  hear,

  next({ members, months }, { today, policy }) {
    if (members === undefined) return ask('members')
    if (months === undefined) return ask('months')
    const answer = compute(
      { rule: 'household-health', on: today, input: { members, months } },
      { book: policy },
    )
    if (answer.kind === 'refused') return end('no-figure', { say: answer.say }, { offers: ['person'] })
    const { perMember, total } = answer.result
    const values = {
      members: String(members),
      months: String(months),
      list: perMember.map(({ order, amount }) => `- Người thứ ${order}: ${formatDong(amount)}`).join('\n'),
      total: formatDong(total),
      because: formatCitations(answer.because),
    }
    const doubts = doubtsAbout(answer)
    const dayByDay = everyday(total, months)
    return end(
      members === 1 ? 'one' : 'quote',
      { ...values, ...dayByDay.values, ...doubts.values },
      {
        also: [...doubts.also, ...dayByDay.also, 'note.coming', 'note.start'],
        offers: ['why', 'edit', 'request-callback', 'find-collection-point', ...doubts.offers],
        receipts: [answer.receipt],
      },
    )
  },
})
