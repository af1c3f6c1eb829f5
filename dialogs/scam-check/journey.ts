import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import type { ScamVerdict } from '../../src/conversation/effect.ts'
import {
  judgeCaller,
  patternFor,
  type CodeSaid,
  type ScamPattern,
  type ScamSign,
} from '../../src/leads/scam-pattern.ts'
import {
  askCommune,
  communeChoices,
  readCommune,
  settledCommune,
  type CommuneAnswer,
} from '../read-commune.ts'
import type { World } from '../world.ts'
import { asksFor, readCode, readPressure, readWants, type Wants } from './readers.ts'

interface Answers {
  wants: Wants
  pressure: 'yes' | 'no'
  code: CodeSaid
  commune: CommuneAnswer | 'skipped'
}
type Given = Readonly<Partial<Answers>>

const keys = (question: string, names: readonly string[]) => () =>
  names.map((name) => ({ key: `${question}.${name}` }))

/**
 * "Có người xưng BHXH gọi tôi": what they want → threats → the meeting code → verdict and what to do. Who was called may say
 * where, so that others there can be warned; never who.
 */
export const scamCheck = defineJourney<Answers, 'reported' | 'unsure', World>({
  id: 'scam-check',
  questions: {
    wants: {
      choices: keys('wants', ['otp', 'transfer', 'app', 'papers', 'nothing']),
      read: ({ text }) => readWants(text),
      skip: 'nothing',
    },
    pressure: {
      choices: keys('pressure', ['yes', 'no']),
      read: ({ text }) => readPressure(text),
      skip: 'no',
    },
    code: {
      choices: keys('code', ['right', 'wrong', 'no-call']),
      read: ({ text }) => readCode(text),
      skip: 'unknown',
    },
    commune: {
      choices: ({ commune }) => communeChoices(commune === 'skipped' ? undefined : commune),
      read: ({ text }, world) => readCommune(text, world),
      skip: 'skipped',
    },
  },
  ends: { reported: [], unsure: [] },

  next(answers, { scams, today }) {
    const { wants, pressure, code } = answers
    if (wants === undefined) return ask('wants')
    const isClear = wants !== 'nothing'
    if (!isClear && pressure === undefined) return ask('pressure')
    if (!isClear && pressure === 'no' && code === undefined) return ask('code')
    const signs = signsOf(answers)
    const verdict = judgeCaller(signs, code)
    if (verdict === 'unsure') return end('unsure', {}, { offers: ['verify-agent', 'meeting-code', 'menu'] })
    const pattern = patternFor(scams, signs, today)
    const where = whereOf(answers.commune, verdict, pattern)
    if ('ask' in where) return where
    const report = { do: 'report-scam', commune: where.code, pattern: pattern?.id, verdict } as const
    return end('reported', {}, { also: ['promise'], effects: [report], offers })
  },

  hear: (text) => ({ wants: asksFor(text) }),
})

const offers = ['verify-agent', 'person', 'menu']

function signsOf({ wants, pressure }: Given): readonly ScamSign[] {
  const asked = wants === undefined || wants === 'nothing' ? [] : [wants]
  return pressure === 'yes' ? [...asked, 'pressure'] : asked
}

/** Why it is one and what to do come first; then where they live, so that others there can be warned. */
function whereOf(said: Given['commune'], verdict: ScamVerdict, pattern: ScamPattern | undefined) {
  if (said === 'skipped') return { code: undefined }
  const settled = settledCommune(said)
  if (settled) return { code: settled.kind === 'known' ? settled.code : undefined }
  const asked = said === undefined ? undefined : askCommune(said)
  if (asked) return asked
  if (!pattern) return ask('commune', {}, verdict === 'scam' ? 'note.scam-plain' : 'note.likely', true)
  const todo = pattern.todo.map((line) => `- ${line}`).join('\n')
  return ask('commune', { why: pattern.why, todo }, 'note.scam', true)
}
