import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A hash of the code that decides what is kept of knowledge/, put here by the build (scripts/program.vite.config.mjs). */
declare const BUILT_AS: string | undefined

/** Undefined when the program runs from its sources. */
export const builtAs = typeof BUILT_AS === 'string' ? BUILT_AS : undefined

/** The folder with package.json, knowledge/ and dialogs/: above this file in src/ as well as in dist/program/. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('package.json not found above the program')
    folder = above
  }
  return folder
}
