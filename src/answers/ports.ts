import type { AnswerText, Publication, Revision } from './revision.ts'

/** Why a change was not made. `stale`: somebody saved since. `moved`: another revision is served since it was begun. */
export type NotDone = 'gone' | 'stale' | 'moved' | 'own' | 'wrong-state'

export interface NewDraft {
  readonly entry: string
  readonly name: string
  readonly text: AnswerText
  /** What is served now; undefined for a new answer. */
  readonly base: AnswerText | undefined
  /** Which file it came from, when it came from one. */
  readonly batch?: string | undefined
}

export interface DraftChange {
  readonly name: string
  readonly text: AnswerText
  /** Given when its author has seen what is served now and goes on from there. */
  readonly onto?: AnswerText | undefined
}

/** A step of a revision's life; each is written into the audit in its own transaction. */
export type Step =
  | { readonly do: 'submit' }
  | { readonly do: 'return'; readonly note: string }
  | { readonly do: 'approve'; readonly publishAt: Date | undefined } // undefined: at once
  | { readonly do: 'reopen' }
  | { readonly do: 'drop' }

/** Which revision, as whoever asks last saw it. */
export interface Seen {
  readonly id: number
  readonly version: number
}

/** What is served instead of the files. The same `version`, the same answers. */
export interface Served {
  readonly version: number
  readonly revisions: readonly Revision[]
}

/** An answer for which something else is served than before; no revision: its file again. */
export interface ServedChange {
  readonly entry: string
  readonly revision: Revision | undefined
}

/** A draft as lists show it: the text of a new answer, of others only the title. */
export interface OpenDraft extends Omit<Revision, 'text' | 'base' | 'baseId' | 'publishedAt'> {
  readonly title: string
  readonly fresh: AnswerText | undefined
}

/** Revisions of answers. `by` is the login of who does it. */
export interface AnswerStore {
  /** Grows with every publication; cheap enough to be asked every second. */
  version(): Promise<number>
  served(): Promise<Served>
  /** What changed since that version, and which version it is now; 0: everything. Read a part at a time. */
  servedSince(
    version: number,
  ): Promise<{ readonly version: number; readonly changes: readonly ServedChange[] }>
  /** Not yet published and not dropped, newest change first. */
  open(): Promise<readonly OpenDraft[]>
  openOf(entry: string): Promise<readonly Revision[]>
  find(id: number): Promise<Revision | undefined>
  /** Every published revision of an answer, newest first, and when what is served changed. */
  history(
    entry: string,
  ): Promise<{ readonly revisions: readonly Revision[]; readonly publications: readonly Publication[] }>
  begin(draft: NewDraft, by: string): Promise<Revision>
  save(seen: Seen, change: DraftChange, by: string): Promise<Revision | NotDone>
  step(seen: Seen, step: Step, by: string): Promise<Revision | NotDone>
  /** Serves a revision that was published before, or the file. */
  rollBack(entry: string, to: number | undefined, by: string): Promise<'done' | 'gone'>
  /** Publishes what was approved for a time that has come; answers how many. What was overtaken goes back to its author. */
  publishDue(): Promise<number>
  /** From files, by an operator's command: published at once. */
  adopt(drafts: readonly NewDraft[], by: string): Promise<void>
}
