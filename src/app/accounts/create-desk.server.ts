import { findUserWithWorkAnd } from '#modules/people.server'
import { endFeed } from '#modules/work.server'
import { createAuth } from '#platform/accounts/auth.server.ts'
import { type AccountDesk, isLoopback, type LetterWords } from '#platform/accounts/desk.server.ts'
import { findAccountKeys } from '#platform/accounts/keys.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Post } from '#platform/mail/letter.ts'
import type { Settings } from '#platform/settings.server.ts'
import { textIn } from '../texts.server.ts'

export type DeskSettings = Pick<
  Settings,
  'secret' | 'dataFolder' | 'address' | 'host' | 'port' | 'demo' | 'proxies' | 'oidc'
>

/** Puts together what work on accounts needs, from the settings. */
export async function createAccountDesk(
  db: Database,
  settings: DeskSettings,
  post: Post,
): Promise<AccountDesk> {
  const { address, host, port, oidc } = settings
  const keys = await findAccountKeys(settings)
  const origin = address ?? `http://${host}:${port}`
  let auth: ReturnType<typeof createAuth> | undefined
  return {
    db,
    keys,
    auth: () => {
      auth ??= createAuth(db, keys, { address: origin, oidc })
      return auth
    },
    post,
    write: writeLetter,
    origin,
    oidc,
    hasDemo: isDemonstration(settings),
    findUserAnd: (accountId, readMore) => findUserWithWorkAnd(db, accountId, readMore),
    endAddresses: (accountId) => endFeed(db, accountId),
  }
}

/** Accounts with known passwords are only for a machine that nobody else reaches. */
export function isDemonstration({ demo, host, address, proxies }: DeskSettings): boolean {
  const isReached = address !== undefined && !isLoopback(new URL(address).hostname)
  return demo !== 'none' && isLoopback(host) && !isReached && proxies.length === 0
}

function writeLetter({ kind, language, name, link = '' }: LetterWords) {
  const text = textIn(language)
  const parts = [
    text('app.accounts.letter.greeting', { name }),
    text(`app.accounts.letter.${kind}`, { link }),
    text('app.accounts.letter.end'),
  ]
  return { subject: text(`app.accounts.letter.${kind}.subject`), text: `${parts.join('\n\n')}\n` }
}
