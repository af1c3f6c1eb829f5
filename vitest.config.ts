import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Whole programs and browsers first: they take longest, and they wait much, while other tests need the processor. */
class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isProgram = ({ moduleId }: TestSpecification) => moduleId.includes('/e2e/')
    return [...sorted.filter(isProgram), ...sorted.filter((file) => !isProgram(file))]
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
    maxWorkers: 3, // on two cores: one of them mostly waits
    isolate: false, // what files import is loaded once a worker, PostgreSQL's code too: half the time of the run
    sequence: { sequencer: ProgramsFirst },
    coverage: { provider: 'v8', include: ['src/**', 'dialogs/**'] },
  },
})
