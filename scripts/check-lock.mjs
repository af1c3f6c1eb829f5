// Every optional platform package named in package-lock.json must have an entry of its own, or "npm ci" fails elsewhere.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const missing = Object.entries(packages).flatMap(([at, meta]) =>
  Object.keys(meta.optionalDependencies ?? {})
    .filter((name) => !packages[`node_modules/${name}`] && !packages[`${at}/node_modules/${name}`])
    .map((name) => `${at || 'package.json'}: ${name}`),
)
if (missing.length > 0) {
  process.stderr.write(`missing from package-lock.json:\n${missing.join('\n')}\n`)
  process.exit(1)
}
process.stdout.write(`lock file complete: ${Object.keys(packages).length} entries\n`)
