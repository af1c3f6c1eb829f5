import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import { BadUsage } from './usage.ts'

/** What we say, twice: roots to load knowledge/ and dialogs/ from, before a change and after it. */
export interface TwoVersions {
  readonly before: string
  readonly after: string
}

/**
 * Lays the two versions out and hands them to `look`. A FILE of knowledge/ or dialogs/ itself is the version after; the
 * one before is git's last commit. A FILE elsewhere is a draft of the file of its name, as yet unpublished.
 */
export async function withTwoVersions<Result>(
  root: string,
  file: string,
  look: (versions: TwoVersions) => Promise<Result>,
): Promise<Result> {
  const path = resolve(file)
  if (!existsSync(path)) throw new BadUsage(`knowledge impact FILE: không có tệp ${file}`)
  const within = relative(root, path)
  const copy = mkdtempSync(join(tmpdir(), 'an-sinh-impact-'))
  try {
    for (const folder of ['knowledge', 'dialogs'])
      cpSync(join(root, folder), join(copy, folder), { recursive: true })
    if (/^(knowledge|dialogs)\//.test(within)) {
      putBack(root, within, copy)
      return await look({ before: copy, after: root })
    }
    copyFileSync(path, join(copy, targetOf(root, basename(path))))
    return await look({ before: root, after: copy })
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/** Puts the committed version into the copy; a file git does not know yet is taken out of it. */
function putBack(root: string, within: string, copy: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', root, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const isCommitted = git('ls-tree', '--name-only', 'HEAD', '--', within).length > 0
  if (isCommitted) writeFileSync(join(copy, within), git('show', `HEAD:./${within}`))
  else rmSync(join(copy, within))
}

/** A draft takes the place of the file of its name: a number of the law, old or new, or the register. */
function targetOf(root: string, name: string): string {
  const known = [join('knowledge', name), join('knowledge', 'policy', name)]
  const found = known.find((target) => existsSync(join(root, target)))
  if (found !== undefined) return found
  if (!name.endsWith('.yaml')) throw new BadUsage(`knowledge impact FILE: ${name} không thay tệp nào`)
  return join('knowledge', 'policy', name)
}
