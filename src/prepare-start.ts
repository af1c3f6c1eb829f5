import { join } from 'node:path'
import { loadKnowledge } from './adapters/files/load-knowledge.ts'
import { makeEmptyStore } from './adapters/postgres/empty-store.ts'
import { projectRoot } from './project-root.ts'

/** The last step of a build: what a start would make in seconds is made now and kept beside the program. */
const root = projectRoot()
try {
  loadKnowledge(root)
} catch {
  // the start reads the same files and names the file and the field
}
await makeEmptyStore(join(root, 'dist', 'empty-database.tar.gz'))
