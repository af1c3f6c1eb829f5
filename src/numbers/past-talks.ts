import type { Asked, Judged } from '../conversation/question-note.ts'
import type { Day } from '../policy/values.ts'
import type { What } from './numbers.ts'

export interface PastQuestion extends Pick<Asked, 'key' | 'words' | 'programme' | 'outcome' | 'shown'> {
  readonly askedAt: Date
  readonly verdict: Judged['verdict'] | undefined
  readonly chosen: string | undefined
}

/** A month of a demo's talks: its questions, and the counts of people that nothing else of the demo gives. */
export interface PastTalks {
  readonly questions: readonly PastQuestion[]
  readonly counts: readonly {
    readonly what: Extract<What, 'visit' | 'visit-about' | 'answered'>
    readonly day: Day
    readonly programme: string
    readonly item: string
    readonly n: number
  }[]
}
