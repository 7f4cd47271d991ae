import type { PlatformTextKey } from '../texts/keys.ts'

type Reason = Extract<PlatformTextKey, `platform.backup.${string}`>

/** A backup that is not made or not restored, before anything is touched; the reason says how to go on. */
export class BackupRefused extends Error {
  readonly reason: Reason
  readonly values: Record<string, string | number>

  constructor(reason: Reason, values: Record<string, string | number> = {}, cause?: unknown) {
    super(`${reason} ${JSON.stringify(values)}`, { cause })
    this.reason = reason
    this.values = values
  }
}
