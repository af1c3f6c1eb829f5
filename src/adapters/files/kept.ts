import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { parse } from 'yaml'
import { builtAs, projectRoot } from '../../project-root.ts'

const MOST_OF_A_NAME = 8
const here = dirname(fileURLToPath(import.meta.url))
/** Code that decides what is kept: another version of it keeps under other names. */
const decisive = ['faq', 'conversation', 'policy', 'places', 'questions', 'adapters/files']

/**
 * What takes seconds to make out of files and milliseconds to read again. `from` is everything it is made of: when any
 * of that or our own code changes, or the file is damaged or cannot be written, it is simply made.
 */
export function kept<T>(name: string, from: readonly string[], make: () => T): T {
  const file = join(keepingFolder(), `${name}-${hashOf([codeVersion(), ...from])}.v8`)
  return readKept<T>(file) ?? keep(file, make())
}

/** What a YAML text says. */
export function parseKept(name: string, text: string): unknown {
  return kept(name, [text], () => parse(text) as unknown)
}

/** Beside the build when it runs from there: it is part of what is delivered. */
export function keepingFolder(): string {
  const root = projectRoot()
  return builtAs !== undefined
    ? join(root, 'dist', 'prepared')
    : join(root, 'node_modules', '.cache', 'an-sinh')
}

function readKept<T>(file: string): T | undefined {
  try {
    return deserialize(readFileSync(file)) as T // written by `keep`, under a name that hashes all it was made of
  } catch {
    return undefined
  }
}

function keep<T>(file: string, value: T): T {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}`, serialize(value))
    renameSync(`${file}.${process.pid}`, file)
    dropOldest(file)
  } catch {
    // a read-only installation: made anew at every start
  }
  return value
}

/** Earlier versions of the same thing, but for the last few: checkouts share the folder. */
function dropOldest(file: string): void {
  const folder = dirname(file)
  const ending = /-[0-9a-f]+\.v8$/
  const nameOf = (path: string) => basename(path).replace(ending, '')
  const versions = readdirSync(folder)
    .filter((other) => ending.test(other) && nameOf(other) === nameOf(file))
    .map((other) => join(folder, other))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of versions.slice(MOST_OF_A_NAME)) rmSync(old, { force: true })
}

let version: string | undefined

function codeVersion(): string {
  version ??= hashOf([
    process.versions.v8,
    ...(builtAs === undefined ? decisive.flatMap(textsIn) : [builtAs]),
  ])
  return version
}

function textsIn(folder: string): readonly string[] {
  const at = join(here, '..', '..', folder)
  const names = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return names.sort().map((name) => readFileSync(join(at, name), 'utf8'))
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}\n${text}`)
  return hash.digest('hex').slice(0, 24)
}
