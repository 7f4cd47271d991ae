import { defineConfig } from 'vitest/config'

/** The tests of one package, named by MUTATED_PACKAGE; code made for mutation is many times slower. */
export default defineConfig({
  test: {
    include: [`packages/${process.env.MUTATED_PACKAGE}/src/**/*.test.ts`],
    // For each fault the published instances would be solved anew, which takes minutes.
    exclude: ['packages/optimisation/src/conformance/**'],
    setupFiles: ['tests/mutation/fewer-runs.ts'],
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
