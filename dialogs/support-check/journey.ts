import { defineJourney } from '../../src/conversation/define-journey.ts'
import { fold } from '../../src/conversation/fold.ts'
import { formatDay, formatDong } from '../../src/conversation/format.ts'
import { compute } from '../../src/policy/compute.ts'
import type { SupportGroup } from '../../src/policy/inputs.ts'
import { printPercent } from '../../src/policy/print.ts'
import type { Span } from '../../src/policy/span.ts'
import type { VoluntarySupport } from '../../src/policy/rules/voluntary-support.ts'
import { howLong, yearBands, type Band } from '../bands.ts'
import { decide } from '../decide.ts'
import { names as namesSubject } from '../facts.ts'
import type { World } from '../world.ts'

const groups = ['poor', 'near-poor', 'ethnic-minority', 'island', 'other'] as const

interface Answers {
  groups: readonly SupportGroup[]
  supportedMonths: Span | null
}

/** "Nhà nước góp cho tôi bao nhiêu?" Several groups at once count; the highest is given. */
export const supportCheck = defineJourney<Answers, VoluntarySupport['why'] | 'no-figure', World>({
  id: 'support-check',

  questions: {
    groups: {
      choices: () => groups.map((group) => ({ key: `groups.${group}` })),
      read: ({ text }) => groupsIn(text),
      skip: ['other'],
    },
    supportedMonths: howLong(supportedBands),
  },

  ends: {
    supported: ['because', 'percent', 'monthly', 'group'],
    'used-up': ['because'],
    'months-unknown': ['because', 'percent', 'monthly', 'group'],
    unknown: ['because'],
    'no-figure': ['say'],
  },

  hear: (text) => (namesSubject(/\b(ho tro|gop)\b/, text) ? { groups: groupsIn(text) } : {}),

  next(answers, world) {
    const { today, policy } = world
    const answer = compute({ rule: 'voluntary-support', on: today, input: answers }, { book: policy })
    const coming = comingSupport(answers, world)
    return decide(answer, ['groups', 'supportedMonths'], answers, {
      values: (result) => ({ ...told(result), ...coming }),
      also: ({ verdict }) => (coming && verdict === 'yes' ? ['note.coming'] : []),
      offers: () => ['why-so', 'contribution-quote', 'edit', 'request-callback'],
    })
  },
})

/** Whoever has never paid had no help yet; the law's longest time of help is the other line. */
function supportedBands({ policy, today }: World): readonly Band[] {
  const most = policy.find(today, 'voluntary-support-max-months')?.value ?? 0
  return [{ label: 'Chưa đóng lần nào', min: 0, max: 0 }, ...yearBands(Math.floor(most / 12))]
}

const names: Readonly<Record<SupportGroup, string>> = {
  poor: 'hộ nghèo',
  'near-poor': 'hộ cận nghèo',
  'ethnic-minority': 'người dân tộc thiểu số',
  island: 'người ở xã đảo, đặc khu',
  other: 'người tham gia nói chung',
}
const signs: readonly (readonly [SupportGroup, RegExp])[] = [
  ['near-poor', /\bcan ngheo\b/],
  ['poor', /(?<!\bcan )\bngheo\b(?! hon)/],
  ['ethnic-minority', /\b(dtts|thieu so|dan toc|dong bao)\b/],
  ['island', /\b(xa dao|dac khu|ngoai dao|huyen dao|o dao)\b/],
]

function groupsIn(text: string): readonly SupportGroup[] | undefined {
  const said = fold(text)
  const denied = /\b(thoat|khong|ko|chua|het) (phai |thuoc )?(dien |ho )?(can )?ngheo\b/.test(said)
  const found = denied ? [] : signs.filter(([, sign]) => sign.test(said)).map(([group]) => group)
  if (found.length > 0) return found
  const isNone =
    /^(khong thuoc dien nao|khong dien nao|khong|ko|binh thuong|khac|dan thuong|khong co)( a| ah)?$/.test(
      said,
    )
  return isNone || denied ? ['other'] : undefined
}

function told({
  group = 'other',
  percent = 0,
  monthly = 0,
}: VoluntarySupport): Readonly<Record<string, string>> {
  return { group: names[group], percent: printPercent(percent), monthly: formatDong(monthly) }
}

/** The same help once the next poverty line holds. */
function comingSupport(answers: Readonly<Partial<Answers>>, { policy, today }: World) {
  const next = policy.next(today, 'rural-poverty-line')
  if (!next) return undefined
  const then = compute({ rule: 'voluntary-support', on: next.from, input: answers }, { book: policy })
  if (then.kind === 'refused' || then.result.monthly === undefined) return undefined
  return { nextDay: formatDay(next.from), nextMonthly: formatDong(then.result.monthly) }
}
