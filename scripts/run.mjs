// "npm start" and "npm run cli": builds when needed, then runs dist/program/<entry>.js with the remaining arguments.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildIfStale } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [, , entry, ...rest] = process.argv
try {
  await buildIfStale()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
const file = join(root, 'dist', 'program', `${entry}.js`)
process.argv = [process.argv[0], file, ...rest]
await import(pathToFileURL(file).href)
