import { formatCitations } from '../conversation/format.ts'
import { recompute } from '../policy/compute.ts'
import { explain } from '../policy/explain.ts'
import { holesOf } from '../policy/holes.ts'
import { certaintyWords } from '../policy/values.ts'
import type { Talk } from './talk.ts'

/** So many lines are read on a phone without scrolling back; more are told in parts. */
const MOST_AT_ONCE = 8
const PART = 6

/** "Vì sao ra số này?": the steps of what was shown last, one a line, each with its article; the first part of many. */
export function why(talk: Talk): Promise<void> {
  return tellFrom(talk, 0)
}

/** The lines after those told. */
export function whyMore(talk: Talk): Promise<void> {
  return tellFrom(talk, talk.memory.shown?.told ?? 0)
}

async function tellFrom(talk: Talk, start: number): Promise<void> {
  const { shown } = talk.memory
  const lines = shown === undefined ? [] : [...stepsOf(shown.receipts ?? []), ...numbersOf(talk)]
  if (!shown || lines.length === 0) {
    talk.sayHome(talk.open ? 'why.none-yet' : 'why.none', talk.open ? [] : ['sums', 'checks'])
    return talk.resume()
  }
  const numbered = lines.map((line, i) => `${i + 1}. ${line}`)
  const end = lines.length <= MOST_AT_ONCE ? lines.length : start + PART
  const head = talk.speaker.home(start === 0 ? 'why.first' : 'why.next')
  const more = end < lines.length ? ['why-more'] : []
  const again = talk.changeable ? ['edit'] : []
  talk.remember({ shown: { ...shown, told: more.length > 0 ? end : 0 } })
  talk.say(
    [[...head, ...numbered.slice(start, end)].join('\n')],
    talk.speaker.offers([...more, ...again, 'request-callback', 'menu']),
  )
  await talk.resume()
}

/** Worked out again from their receipts: the same steps as on the day they were shown. */
function stepsOf(receipts: readonly string[]): readonly string[] {
  return receipts.flatMap((receipt) => {
    const answer = recompute(receipt)?.answer
    if (answer?.kind !== 'computed') return []
    return answer.steps.map(({ what, value, act }) => {
      const used = answer.used.find(({ label, printed }) => label === what && printed === value)
      const where = used ? ` (${formatCitations([used.source])})` : act === undefined ? '' : ` (${act})`
      const sure = used ? certaintyWords[used.certainty] : ''
      return `${what}${what.includes('×') ? ' =' : ':'} ${value}${sure}${where}`
    })
  })
}

/** The numbers an answer quoted, on the day it was said. */
function numbersOf({ memory: { shown }, brain: { knowledge } }: Talk): readonly string[] {
  const entry = knowledge.entries.find(({ id }) => id === shown?.entry)
  if (!entry || !shown) return []
  return explain(holesOf(entry.body), shown.on, knowledge.policy).map(
    ({ what, value, source, from = [] }) => {
      const where = source ? ` (${formatCitations([source])})` : `, tính từ dòng ${from.join(', ')}`
      return `${what}: ${value}${where}`
    },
  )
}
