import { formatCitations } from '../conversation/format.ts'
import { recompute } from '../policy/compute.ts'
import { explain } from '../policy/explain.ts'
import { holesOf } from '../policy/holes.ts'
import { certaintyWords } from '../policy/values.ts'
import type { Talk } from './talk.ts'

/** "Vì sao ra số này?": the steps of what was shown last, one a line, each with its article. */
export async function why(talk: Talk): Promise<void> {
  const { shown } = talk.memory
  const lines = shown === undefined ? [] : [...stepsOf(shown.receipts ?? []), ...numbersOf(talk)]
  if (lines.length === 0) return talk.sayHome('why.none', ['sums', 'checks'])
  const numbered = lines.map((line, i) => `${i + 1}. ${line}`)
  const again = talk.changeable ? ['edit'] : []
  talk.say(
    [[...talk.speaker.home('why.first'), ...numbered].join('\n')],
    talk.speaker.offers([...again, 'request-callback', 'menu']),
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
