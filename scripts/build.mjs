// Builds the program to dist/program and the pages of src/console/web to dist/console when they are older than a source. Says nothing on stdout.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'dist', 'program', '.built')
const pagesStamp = join(root, 'dist', 'console', '.built')
const pages = join(root, 'src', 'console', 'web')
const lock = join(root, '.build-lock')
const WAIT_MS = 120_000

/** Builds once even when several commands start together: the others wait for the lock to go. */
export async function buildIfStale({ onlyPages = false } = {}) {
  const isDone = () => onlyPages || isFresh()
  if (isDone() && arePagesFresh()) return
  waitForLock()
  try {
    if (!isDone()) build()
    if (!arePagesFresh()) buildPages()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Types are not looked at: "npm run types" does. */
function build() {
  vite(join(root, 'scripts', 'program.vite.config.mjs'))
  run([join(root, 'dist', 'program', 'prepare-start.js')])
  writeFileSync(stamp, new Date().toISOString())
}

/** The console and the agent's app: React is needed to build them, not to serve them. */
function buildPages() {
  vite(join(pages, 'vite.config.ts'))
  packPages()
  writeFileSync(pagesStamp, new Date().toISOString())
}

/** Beside each file of text the same, packed: served as it lies there, nothing is packed for each visitor. */
function packPages() {
  const folder = join(root, 'dist', 'console')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

function vite(config) {
  const tool = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(tool)) {
    throw new Error(
      'dist/ is missing or stale and Vite is not installed: run "npm ci" (with dev dependencies) and "npm run build" first',
    )
  }
  run([tool, 'build', '--config', config])
}

/** In a process of its own: its memory and its NODE_ENV are not the program's. Its words go to stderr. */
function run(words) {
  const done = spawnSync(process.execPath, words, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (done.status !== 0) throw new Error('the build failed; see the messages above')
}

function isFresh() {
  const sources = ['src', 'dialogs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const own = sources.filter((file) => file !== pages && !file.startsWith(join(pages, sep)))
  return isOlder(stamp, [...own, join(root, 'scripts', 'program.vite.config.mjs')])
}

/** A page's words also come from the pure folders it imports. */
const arePagesFresh = () =>
  isOlder(pagesStamp, [
    ...[pages, join(root, 'src', 'console', 'labels.ts')],
    ...[...entriesOf(pages), ...entriesOf(join(root, 'src', 'staff'))],
  ])

/** Every file and folder below, by path: a removed file shows in the time of its folder. */
function entriesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  )
}

function isOlder(stampFile, files) {
  if (!existsSync(stampFile)) return false
  const built = statSync(stampFile).mtimeMs
  return files.every((file) => statSync(file).mtimeMs <= built)
}

function waitForLock() {
  const until = Date.now() + WAIT_MS
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch {
      if (Date.now() > until || isAbandoned()) rmSync(lock, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
}

/** Its builder is gone, or nobody says who it is and it has stood for long. */
function isAbandoned() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH' || isOld()
  }
}

function isOld() {
  try {
    return Date.now() - statSync(lock).mtimeMs > WAIT_MS
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildIfStale({ onlyPages: process.argv[2] === 'pages' })
