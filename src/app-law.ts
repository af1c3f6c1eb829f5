import type { LiveLaw } from './decrees/desk.ts'
import type { Decree } from './decrees/revision.ts'
import type { DocumentRegister } from './policy/documents.ts'
import { type LawChange, registerWith, withChanges } from './policy/law-change.ts'
import { PolicyBook } from './policy/policy-book.ts'

export interface LawParts {
  readonly files: PolicyBook
  /** The documents of the files; read when somebody first looks. */
  readonly register: () => DocumentRegister
}

/** The one holder of the law as it is known now. The same decrees, the same book. */
export function followLaw({ files, register }: LawParts) {
  let decrees: readonly Decree[] = []
  let book = files
  let known: DocumentRegister | undefined
  return {
    obey(published: readonly Decree[]): PolicyBook {
      if (isSameLaw(published, decrees)) return book
      decrees = published
      known = undefined
      book =
        published.length === 0 ? files : new PolicyBook(withChanges(files.parameters, changesOf(published)))
      return book
    },
    now(): LiveLaw {
      known ??= registerWith(register(), changesOf(decrees))
      return { book, register: known, decrees }
    },
  }
}

export function changesOf(decrees: readonly Decree[]): readonly LawChange[] {
  return decrees.flatMap(({ change }) => change ?? [])
}

function isSameLaw(some: readonly Decree[], others: readonly Decree[]): boolean {
  return some.length === others.length && some.every(({ id }, i) => id === others[i]?.id)
}
