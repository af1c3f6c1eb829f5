// A Stryker test runner without a test process per mutant: the tests of the law are loaded once, and each mutant runs
// only the tests that reach it, as plain functions. The same tests pass under vitest; `--testRunner vitest` runs them there.
import { readdirSync } from 'node:fs'
import { register } from 'node:module'
import { resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { register as readTypeScript } from 'tsx/esm/api'

const files = [
  /^test\/worked-examples\/.*\.test\.ts$/,
  /^test\/unit\/policy-(?!calendar|base-salary|receipt-on-disk).*\.test\.ts$/,
  /^test\/unit\/(data-request-dues|decree-check|then-and-now)\.test\.ts$/,
  /^test\/content\/policy\.test\.ts$/,
]

class InProcessRunner {
  #tests = []

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init() {
    const shim = pathToFileURL(resolve('scripts/vitest-in-process.mjs')).href
    const hook = `export const resolve = (name, context, next) => name === 'vitest' ? { url: ${JSON.stringify(shim)}, shortCircuit: true } : next(name, context)`
    readTypeScript()
    register(`data:text/javascript,${encodeURIComponent(hook)}`)
    for (const file of testFiles()) await import(pathToFileURL(resolve(file)).href)
    this.#tests = (await import(shim)).collected
  }

  async dryRun() {
    const state = this.#state()
    const tests = []
    for (const { id, run } of this.#tests) {
      state.currentTestId = id
      const start = performance.now()
      const failureMessage = await failureOf(run)
      const known = { id, name: id, timeSpentMs: performance.now() - start }
      tests.push(
        failureMessage === undefined ? { ...known, status: 0 } : { ...known, status: 1, failureMessage },
      )
    }
    state.currentTestId = undefined
    return { status: 'complete', tests, mutantCoverage: state.mutantCoverage }
  }

  async mutantRun({ testFilter, activeMutant, hitLimit }) {
    const state = this.#state()
    Object.assign(state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit })
    const chosen = this.#tests.filter(({ id }) => testFilter === undefined || testFilter.includes(id))
    try {
      return await firstFailure(chosen, () => hitLimit !== undefined && state.hitCount > hitLimit)
    } finally {
      Object.assign(state, { activeMutant: undefined, hitLimit: undefined })
    }
  }

  /** What the instrumented code reads and writes: the name is Stryker's. */
  #state() {
    return (globalThis.__stryker__ ??= {})
  }
}

async function firstFailure(tests, isEndless) {
  for (const [i, { id, run }] of tests.entries()) {
    const failureMessage = await failureOf(run)
    if (isEndless()) return { status: 'timeout', reason: 'hit limit reached' }
    if (failureMessage !== undefined)
      return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: i + 1 }
  }
  return { status: 'survived', nrOfTests: tests.length }
}

async function failureOf(run) {
  try {
    await run({})
    return undefined
  } catch (error) {
    return String(error)
  }
}

function testFiles() {
  const all = ['test/worked-examples', 'test/unit', 'test/content'].flatMap((folder) =>
    readdirSync(folder).map((file) => `${folder}/${file}`),
  )
  return all.filter((file) => files.some((pattern) => pattern.test(file)))
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }]
process.setMaxListeners(50)
