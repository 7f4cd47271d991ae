import type { PlatformTextKey } from '../texts/keys.ts'

/** The database cannot serve as it is; the reason says how to mend that. */
export class DatabaseUnusable extends Error {
  readonly reason: Extract<PlatformTextKey, `platform.database.${string}`>
  readonly values: Record<string, string | number>

  constructor(reason: DatabaseUnusable['reason'], values: DatabaseUnusable['values'] = {}, cause?: unknown) {
    super(`${reason} ${JSON.stringify(values)}`, { cause })
    this.reason = reason
    this.values = values
  }
}
