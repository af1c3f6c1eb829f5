import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They mostly wait, one after the other: begun last, they would hold up the run with the other worker idle. */
const longest = /e2e\/(chaos|disk-full|crash)\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    globalSetup: 'test/support/one-run.ts',
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    maxWorkers: 2,
    isolate: false, // what files import is loaded once a worker, PostgreSQL's code too: half the time of the run
    sequence: { sequencer: LongestFirst },
    coverage: { provider: 'v8', include: ['src/**', 'dialogs/**'] },
  },
})
