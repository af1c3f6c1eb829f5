import type { LawChange } from '../policy/law-change.ts'
import type { DecreeForm } from './form.ts'

export const decreeStates = ['draft', 'submitted', 'published', 'taken-back', 'dropped'] as const
export type DecreeState = (typeof decreeStates)[number]

/** One decree as it was entered, from its first draft on. */
export interface Decree {
  readonly id: number
  readonly name: string // what people call it: "Nghị định tăng lương cơ sở 2027"
  readonly state: DecreeState
  readonly form: DecreeForm
  /** What is laid over the files; undefined until it was signed. */
  readonly change: LawChange | undefined
  readonly version: number // grows with every change: who saves on an old one is told
  /** How often anything was published when its author last looked at the law that it changes. */
  readonly seen: number
  readonly authors: readonly string[] // logins of everybody who wrote in it
  readonly reviewer: string | undefined
  /** Where the second person read it too; given, it is two sources. */
  readonly secondRead: string | undefined
  readonly note: string | undefined // why it was sent back
  readonly changedAt: Date
  readonly publishedAt: Date | undefined
  readonly taken: { readonly by: string; readonly at: Date; readonly why: string } | undefined
}

/** The numbers and documents that a decree touches: of two that share one, the second is begun anew from the first. */
export function touchedBy({ rows, documents }: DecreeForm): readonly string[] {
  return [...new Set([...rows.map(({ name }) => name), ...documents.map(({ number }) => `§${number}`)])]
}
