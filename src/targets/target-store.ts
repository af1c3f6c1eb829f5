import type { Day } from '../policy/values.ts'
import type { Progress, Target } from './progress.ts'
import type { Period } from './period.ts'

/** Whose numbers: all, or one agent's or commune's; of every period that holds, or of one by its key. */
export type TargetScope = Partial<Pick<Target, 'of' | 'id'>> & { readonly period?: string }

export interface TargetStore {
  /** Sets plans, or changes those of the same subject, programme and period. `by`: a role and an id. */
  put(targets: readonly Target[], by: string): Promise<void>
  /** Every plan there is, as it was put. */
  all(): Promise<readonly Target[]>
  /** Every plan that holds on the day, with how far it is. Agents and supervisors read their numbers from here. */
  progress(
    scope: TargetScope,
    when: { readonly on: Day; readonly span: Period },
  ): Promise<readonly Progress[]>
}
