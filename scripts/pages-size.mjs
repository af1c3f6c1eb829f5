// Prints what a browser loads at first for each application, compressed; fails above the budget.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const BUDGET = 300 * 1024
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'console')

if (!existsSync(join(folder, 'console.html'))) {
  process.stderr.write('dist/console is missing: run "npm run build" first\n')
  process.exit(1)
}

let isTooMuch = false
for (const entry of ['console', 'app']) {
  const files = filesOf(entry)
  const text = sum(
    files
      .filter((file) => !file.endsWith('.woff2'))
      .map((file) => gzipSync(readFileSync(join(folder, file))).length),
  )
  const fonts = sum(
    files.filter((file) => file.endsWith('.woff2')).map((file) => readFileSync(join(folder, file)).length),
  )
  const total = text + fonts
  isTooMuch ||= total > BUDGET
  process.stdout.write(
    `${entry}\tscripts and styles ${kb(text)}\ttypeface ${kb(fonts)}\ttogether ${kb(total)} of ${kb(BUDGET)}\t${files.length} files\n`,
  )
}
if (isTooMuch) process.exit(1)

/** The page, what it names, what those import at once, the pages shown first, and the typeface. */
function filesOf(entry) {
  const found = new Set([`${entry}.html`])
  const html = readFileSync(join(folder, `${entry}.html`), 'utf8')
  for (const [, path] of html.matchAll(/(?:src|href)="\/(trang\/[^"]+)"/g)) follow(path, found)
  return [...found]
}

function follow(path, found) {
  if (found.has(path)) return
  found.add(path)
  const text = readFileSync(join(folder, path), 'utf8')
  if (path.endsWith('.css')) {
    for (const [, font] of text.matchAll(/url\(["']?\/(trang\/[^"')]+\.woff2)/g)) found.add(font)
    return
  }
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    follow(`trang/${name}`, found)
  for (const [, name] of text.matchAll(/import\(\s*[`"']\.\/(sign-in-page[^`"']+\.js)[`"']\s*\)/g))
    follow(`trang/${name}`, found)
}

function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0)
}

function kb(bytes) {
  return `${(bytes / 1024).toFixed(1)} kB`
}
