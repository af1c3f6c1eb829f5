import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    maxWorkers: 2,
    isolate: false, // what files import is loaded once a worker, PostgreSQL's code too: half the time of the run
    coverage: { provider: 'v8', include: ['src/**', 'dialogs/**'] },
  },
})
