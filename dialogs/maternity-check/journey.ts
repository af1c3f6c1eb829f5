import { defineJourney } from '../../src/conversation/define-journey.ts'
import { fold } from '../../src/conversation/fold.ts'
import { formatDong } from '../../src/conversation/format.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { readMonths } from '../../src/conversation/read-span.ts'
import { compute } from '../../src/policy/compute.ts'
import type { MaternityEligibility } from '../../src/policy/rules/maternity-eligibility.ts'
import type { Span } from '../../src/policy/span.ts'
import type { Day } from '../../src/policy/values.ts'
import { oneOf, yesOrNo } from '../bands.ts'
import { decide } from '../decide.ts'
import { factsIn, names } from '../facts.ts'
import type { World } from '../world.ts'

const parents = ['mother', 'father'] as const
const WINDOW = 12

interface Answers {
  months: Span | null
  compulsory: boolean | null
  parent: (typeof parents)[number] | null
  children: number
}

const readParent = readChoice({
  mother: ['mẹ', 'vợ', 'tôi sinh', 'người mẹ'],
  father: ['cha', 'chồng', 'bố', 'người cha'],
})
const counts: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3 }
const readChildren = readChoice({
  one: ['một con', 'một bé', '1', '1 con', '1 bé', 'một'],
  two: ['sinh đôi', 'hai con', '2', '2 con', '2 bé', 'hai', 'đôi'],
  three: ['sinh ba', 'ba con', '3', '3 con', 'ba'],
})

/** "Đóng tự nguyện, sinh con được bao nhiêu?" */
export const maternityCheck = defineJourney<Answers, MaternityEligibility['why'] | 'no-figure', World>({
  id: 'maternity-check',

  questions: {
    months: {
      choices: (_, world) => bands(world).map(({ label }) => ({ label })),
      read: ({ text }, world) =>
        bands(world).find(({ label }) => fold(label) === fold(text))?.span ?? readWindow(text, world.today),
      skip: null,
    },
    compulsory: yesOrNo('compulsory'),
    parent: oneOf('parent', parents, readParent),
    children: {
      choices: () => Object.keys(counts).map((count) => ({ key: `children.${count}` })),
      read: ({ text }) => counts[readChildren(text) ?? ''],
      skip: 1,
    },
  },

  ends: {
    mother: ['because', 'amount'],
    father: ['because', 'amount'],
    'too-few': ['because'],
    'compulsory-first': ['because'],
    unknown: ['because'],
    'no-figure': ['say'],
  },

  hear(text, { today }) {
    if (!names(/\b(thai san|sinh con|sinh be|de con)\b/, text)) return {}
    if (
      names(/\b(cty|cong ty|bat buoc|hop dong|hdld|co quan|xi nghiep)\b/, text) &&
      !names(/\b(tu nguyen|tn)\b/, text)
    )
      return {} // their maternity is the compulsory insurance's
    const paid = factsIn(text, today).paid
    return { months: paid && inWindow(paid) }
  },

  next(answers, { today, policy }) {
    const answer = compute({ rule: 'maternity-eligibility', on: today, input: answers }, { book: policy })
    const decided = decide(answer, ['months', 'compulsory', 'parent'], answers, {
      values: ({ amount = 0 }) => ({ amount: formatDong(amount) }),
      offers: ({ verdict }) =>
        verdict === 'yes'
          ? ['why-so', 'edit', 'request-callback']
          : ['why-so', 'edit', 'contribution-quote', 'person'],
    })
    const isYes = 'end' in decided && (decided.end === 'mother' || decided.end === 'father')
    return isYes && answers.children === undefined ? { ask: 'children', with: {}, note: undefined } : decided
  },
})

function bands({ policy, today }: World) {
  const needed = policy.find(today, 'voluntary-maternity-months')?.value ?? 0
  return [
    { label: `Dưới ${needed} tháng`, span: { min: 0, max: needed - 1 } },
    { label: `Từ ${needed} tháng trở lên`, span: { min: needed, max: WINDOW } },
  ]
}

/** A bare number here is months: the question is about one year. */
function readWindow(text: string, today: Day): Span | undefined {
  const bare = /^\s*(\d{1,2})\s*$/.exec(text)?.[1]
  if (bare !== undefined) return inWindow({ min: Number(bare), max: Number(bare) })
  const months = readMonths(text, today)
  return months && inWindow(months)
}

const inWindow = ({ min, max }: Span): Span => ({ min: Math.min(WINDOW, min), max: Math.min(WINDOW, max) })
