// Compiles src/ and dialogs/ to dist/, and the pages of src/console/web to dist/console, when they are older than a source. Says nothing on stdout.
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'dist', '.built')
const pagesStamp = join(root, 'dist', 'console', '.built')
const pages = join(root, 'src', 'console', 'web')
const lock = join(root, '.build-lock')
const WAIT_MS = 120_000

/** Builds once even when several commands start together: the others wait for the lock to go. */
export async function buildIfStale() {
  if (isFresh() && arePagesFresh()) return
  waitForLock()
  try {
    if (!isFresh()) await build()
    if (!arePagesFresh()) buildPages()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

async function build() {
  compile()
  await addEmptyDatabase()
  await prepareKnowledge()
  writeFileSync(stamp, new Date().toISOString())
}

/** The console and the agent's app: React is needed to build them, not to serve them. */
function buildPages() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) {
    throw new Error(
      'dist/console is missing or stale and Vite is not installed: run "npm ci" (with dev dependencies) and "npm run build" first',
    )
  }
  const done = spawnSync(process.execPath, [vite, 'build', '--config', join(pages, 'vite.config.ts')], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (done.status !== 0) throw new Error('the build of the pages failed; see the messages above')
  writeFileSync(pagesStamp, new Date().toISOString())
}

/** Making a database takes seconds, copying one does not; it is made once for each version of PGlite. */
async function addEmptyDatabase() {
  const modules = join(root, 'node_modules')
  const pglite = join(modules, '@electric-sql', 'pglite', 'package.json')
  const { version } = JSON.parse(readFileSync(pglite, 'utf8'))
  const kept = join(modules, '.cache', `an-sinh-empty-${version}.tar.gz`)
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true })
    const embedded = join(root, 'dist', 'src', 'adapters', 'postgres', 'database', 'embedded.js')
    const { makeEmptyDump } = await import(pathToFileURL(embedded).href)
    await makeEmptyDump(kept)
  }
  copyFileSync(kept, join(root, 'dist', 'empty-database.tar.gz'))
}

/** What a start would make of knowledge/ in seconds is made now; what is wrong there is told at the start. */
async function prepareKnowledge() {
  const loader = join(root, 'dist', 'src', 'adapters', 'files', 'load-knowledge.js')
  const { loadKnowledge } = await import(pathToFileURL(loader).href)
  try {
    loadKnowledge(root)
  } catch {
    // the start reads the same files and names the file and the field
  }
}

function compile() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  if (!existsSync(tsc)) {
    throw new Error(
      'dist/ is missing or stale and TypeScript is not installed: run "npm ci" (with dev dependencies) and "npm run build" first',
    )
  }
  for (const part of ['.built', 'src', 'dialogs', 'empty-database.tar.gz'])
    rmSync(join(root, 'dist', part), { recursive: true, force: true })
  const done = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2],
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
  return isOlder(stamp, [...own, join(root, 'tsconfig.json'), join(root, 'tsconfig.build.json')])
}

/** A page's words also come from the pure folders it imports. */
const arePagesFresh = () =>
  isOlder(pagesStamp, [pages, ...entriesOf(pages), ...entriesOf(join(root, 'src', 'staff'))])

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

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfStale()
