// A failing property prints its seed and path; with these in SEED and SEED_PATH it fails the same way again.
const { SEED, SEED_PATH } = process.env

if (SEED) {
  const { configureGlobal, readConfigureGlobal } = await import('fast-check')
  configureGlobal({
    ...readConfigureGlobal(),
    seed: Number(SEED),
    ...(SEED_PATH ? { path: SEED_PATH, endOnFailure: true } : {}),
  })
}

export {}
