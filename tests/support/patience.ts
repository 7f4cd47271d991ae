import { vi } from 'vitest'

/** How long a test waits for what must come: as long as for anything else, since the machine may be busy. */
const PATIENCE_MS = 20_000

/** Files that share a worker share this. */
const IS_PATIENT = Symbol.for('izaugsme.patient')

if (!(IS_PATIENT in vi.waitFor)) {
  const { waitFor } = vi
  const wait: typeof waitFor = (callback, options) =>
    waitFor(callback, typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options })
  vi.waitFor = Object.assign(wait, { [IS_PATIENT]: true })
}
