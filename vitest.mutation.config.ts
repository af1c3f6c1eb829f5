import { defineConfig } from 'vitest/config'

/** The quick tests of the law: what `npm run mutation` runs against each changed line of src/policy (the list of mutation-runner.mjs). */
export default defineConfig({
  test: {
    include: [
      'test/worked-examples/*.test.ts',
      'test/unit/policy-*.test.ts',
      'test/unit/{data-request-dues,decree-check,then-and-now}.test.ts',
      'test/content/policy.test.ts',
    ],
    exclude: ['test/unit/policy-{calendar,base-salary,receipt-on-disk}*.test.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
})
