import { timingSafeEqual } from 'node:crypto'
import { readAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import type { Own } from '../http/same-origin.ts'
import type { Letter, Post } from '../mail/letter.ts'
import type { OidcSettings } from '../settings.server.ts'
import type { Language } from '../texts/text.ts'
import type { User } from '../users.ts'
import type { Auth } from './auth.server.ts'
import type { AccountKeys } from './keys.server.ts'

/** What letters about accounts say, in the language of whoever gets them. */
export type LetterWords = {
  kind: 'invitation' | 'joining' | 'reset' | 'recovered' | 'passwordChanged'
  language: Language
  name: string
  /** Where the link of the letter leads; none in a letter that only tells of something. */
  link: string | undefined
}

/** Everything that work on accounts needs, put together once by the application. */
export type AccountDesk = {
  db: Database
  keys: AccountKeys
  /** Made when it is first asked for. */
  auth: () => Promise<Auth>
  post: Post
  write: (words: LetterWords) => Pick<Letter, 'subject' | 'text'>
  /** Origin that links in letters begin with. */
  origin: string
  oidc: OidcSettings | undefined
  /** Accounts of the demonstration are let in by this machine alone. */
  hasDemo: boolean
  /**
   * The user behind an account, with every right that it was given or that follows from work, and more that is read in
   * the account's own name.
   */
  findUserAnd: <More>(
    accountId: string,
    readMore: (tx: DatabaseTransaction) => Promise<More>,
  ) => Promise<{ user: User; more: More }>
  /** Shuts addresses that work without signing in, such as that of a calendar. */
  endAddresses: (accountId: string) => Promise<void>
}

/** Who asks for something to do with accounts, as far as the network tells. */
export type Asker = {
  cookie: string
  userAgent: string
  clientAddress: string
  /** The request came over this machine's own loopback, by a name of loopback. */
  isHere: boolean
}

export function askerOf(
  headers: Headers,
  { clientAddress, own }: { clientAddress: string; own: Own },
): Asker {
  return {
    cookie: headers.get('cookie') ?? '',
    userAgent: (headers.get('user-agent') ?? '').slice(0, 300),
    clientAddress,
    isHere: /^(127\.|::1$)/.test(clientAddress) && isNamedHere(own),
  }
}

/** Behind a proxy on the same machine every address is loopback, but not the name that was asked for. */
function isNamedHere(own: Own) {
  if ('origin' in own) return isLoopback(new URL(own.origin).hostname)
  return own.hosts.every((host) => isLoopback(URL.parse(`http://${host}`)?.hostname ?? ''))
}

export const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host)

/** The municipalities in which an account works. */
export const findPlaces = <Result>(
  { db }: Pick<AccountDesk, 'db'>,
  accountId: string,
  work: (tx: Parameters<Parameters<typeof readAs>[2]>[0]) => Promise<Result>,
) => readAs(db, { id: accountId, kind: 'member', grants: [] }, work)

/** Whether two texts are the same, without telling by the time it takes where they part. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
