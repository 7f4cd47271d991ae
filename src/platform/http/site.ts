import type { RefusalStatus } from '../refuse.ts'
import type { TextKey } from '../texts/text.ts'
import type { Address } from './address.ts'
import type { Own } from './same-origin.ts'

/** What the server knows of one request besides its content. */
export type Visit = {
  /** Names the request in the log, on pages that say what went wrong, and in problem details. */
  id: string
  /** Who asks and what they see; undefined on the public face, which tells nobody apart. */
  personal?: Personal
  /** Set when the server has refused already; the site only says so in the look of its pages. */
  refused?: { status: RefusalStatus; reason: TextKey }
}

export type Personal = {
  clientAddress: string
  /** What the asker calls this installation. */
  own: Own
  /**
   * A page as everybody sees it; undefined when there is none, or when it is no page.
   *
   * @throws Refused (503) when it cannot be had now
   */
  publicPage: (target: string) => Promise<PublicPage | undefined>
}

export type PublicPage = {
  /** The one way to write its address. */
  target: string
  html: string
}

/** The application as the server sees it. */
export type Site = {
  /** Undefined where no page can be. */
  addressOf: (pathname: string) => Address | undefined | Promise<Address | undefined>
  answer: (request: Request, visit: Visit) => Promise<Response>
}
