import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import { changesOf } from '../../src/app-law.ts'
import type { DecreeDesk } from '../../src/decrees/desk.ts'
import type { Decree } from '../../src/decrees/revision.ts'
import { registerWith, withChanges } from '../../src/policy/law-change.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'

/** The desk over a test store and the law of the files; what is published is seen when `published` is called. */
export function decreeDeskOver(store: Store, changes: Partial<DecreeDesk> = {}): DecreeDesk {
  const files = loadPolicy('knowledge/policy')
  const register = loadDocuments('knowledge/documents.yaml')
  const lawWith = (decrees: readonly Decree[]) => ({
    ...{ decrees, book: new PolicyBook(withChanges(files.parameters, changesOf(decrees))) },
    register: registerWith(register, changesOf(decrees)),
  })
  let law = lawWith([])
  return {
    decrees: store.decrees,
    today: () => '2026-11-27',
    law: () => law,
    answersOn: async () => [],
    weigh: async () => ({ days: [], citizens: [], answers: [], answerCount: 0 }),
    published: async () => void (law = lawWith(await store.decrees.published())),
    ...changes,
  }
}
