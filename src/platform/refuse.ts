import type { TextKey } from './texts/text.ts'

/** Statuses of HTTP with which something is refused; elsewhere only the reason counts. */
export type RefusalStatus = 400 | 403 | 404 | 405 | 413 | 414 | 429 | 503

/**
 * Something that was asked for and is not to be had, with a reason that the asker may read. A page shows it
 * with its status, the API as problem details, the command line as a line of words.
 */
export class Refused extends Error {
  readonly status: RefusalStatus
  /** Key of the text that says why. */
  readonly reason: TextKey

  constructor(status: RefusalStatus, reason: TextKey) {
    super(reason)
    this.name = 'Refused'
    this.status = status
    this.reason = reason
  }
}

/** Stops what is being done. @throws Refused always */
export function refuse(status: RefusalStatus, reason: TextKey): never {
  throw new Refused(status, reason)
}
