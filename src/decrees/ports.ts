import type { LawChange } from '../policy/law-change.ts'
import type { DecreeForm } from './form.ts'
import type { Decree } from './revision.ts'

/** Why a change was not made. `moved`: another one that touches the same was published or taken back since. */
export type NotDone = 'gone' | 'stale' | 'moved' | 'own' | 'wrong-state'

export interface Seen {
  readonly id: number
  readonly version: number
}

export interface DecreeSave {
  readonly name: string
  readonly form: DecreeForm
  /** Its author has seen the law as it is now and goes on from there. */
  readonly onto: boolean
}

/** A step of a decree's life; each is written into the audit in its own transaction. */
export type Step =
  | { readonly do: 'submit' }
  | { readonly do: 'return'; readonly note: string }
  | { readonly do: 'approve'; readonly change: LawChange; readonly secondRead: string | undefined }
  | { readonly do: 'reopen' }
  | { readonly do: 'drop' }
  | { readonly do: 'take-back'; readonly why: string }

/** Decrees entered by staff. `by` is the login of who does it. Publications count on in the one number of all knowledge. */
export interface DecreeStore {
  /** What lies over the files, in the order in which it was published. */
  published(): Promise<readonly Decree[]>
  /** Not yet published and not dropped, newest change first. */
  open(): Promise<readonly Decree[]>
  /** Published or taken back, newest first. */
  history(): Promise<readonly Decree[]>
  find(id: number): Promise<Decree | undefined>
  /** Was another decree that touches the same published or taken back since its author looked at the law? */
  movedSince(one: {
    readonly id: number
    readonly touched: readonly string[]
    readonly seen: number
  }): Promise<boolean>
  begin(name: string, form: DecreeForm, by: string): Promise<Decree>
  save(seen: Seen, change: DecreeSave, by: string): Promise<Decree | NotDone>
  step(seen: Seen, step: Step, by: string): Promise<Decree | NotDone>
  /** From files, by an operator's command: published at once. */
  adopt(name: string, form: DecreeForm, change: LawChange, by: string): Promise<void>
}
