import type { Workings } from './workings.ts'

/**
 * What an eligibility rule answers: được, chưa or cần hỏi thêm; why, as a name the words are looked up by; the values
 * that decided, by name; and for "ask" the inputs that would settle it, the most telling first.
 */
export interface Verdict<Why extends string = string> {
  readonly verdict: 'yes' | 'no' | 'ask'
  readonly why: Why
  readonly decidedBy: readonly string[]
  readonly needs: readonly string[]
}

const words = { yes: 'được', no: 'chưa được', ask: 'cần hỏi thêm' } as const

/** The three verdicts of one rule, each noted as its last step. */
export function judgeOn<Why extends string>(sheet: Workings) {
  const note = (names: readonly string[]) => {
    const known = new Set(sheet.used.map(({ name }) => name)) // one taken for another day decided as it stands
    for (const name of names) if (!known.has(name)) sheet.take(name)
  }
  const settle = (verdict: 'yes' | 'no', why: Why, decidedBy: readonly string[]): Verdict<Why> => {
    note(decidedBy)
    sheet.step('Kết quả', words[verdict])
    return { verdict, why, decidedBy, needs: [] }
  }
  return {
    yes: (why: Why, ...decidedBy: readonly string[]) => settle('yes', why, decidedBy),
    no: (why: Why, ...decidedBy: readonly string[]) => settle('no', why, decidedBy),
    /** Not enough is known: `needs` names what to ask. */
    ask: (why: Why, decidedBy: readonly string[], ...needs: readonly string[]): Verdict<Why> => {
      note(decidedBy)
      sheet.step('Kết quả', words.ask)
      return { verdict: 'ask', why, decidedBy, needs }
    },
  }
}
