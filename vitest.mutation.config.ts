import { defineConfig } from 'vitest/config'

/** The quick tests of the law: what `npm run mutation` runs against each changed line of src/policy. */
export default defineConfig({
  test: {
    include: [
      'test/worked-examples/*.test.ts',
      'test/unit/policy-{book,compute,documents,holes,refusals,stale,workings}.test.ts',
      'test/content/policy.test.ts',
    ],
    isolate: false,
    testTimeout: 30_000,
  },
})
