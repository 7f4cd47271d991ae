import type { RefusalStatus } from '../refuse.ts'
import type { TextKey } from '../texts/text.ts'
import type { Address } from './address.ts'

/** What the server knows of one request besides its content. */
export type Visit = {
  /** Set when the server has refused already; the site only says so in the look of its pages. */
  refused?: { status: RefusalStatus; reason: TextKey }
}

/** The application as the server sees it. */
export type Site = {
  /** Undefined where no page can be. */
  addressOf: (pathname: string) => Address | undefined | Promise<Address | undefined>
  answer: (request: Request, visit: Visit) => Promise<Response>
}
