import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findLinkRows } from './links-store.server.ts'
import type { People } from './people.server.ts'
import type { AskedAction, Round } from './round.ts'
import { isTheirs, whoIsAsked } from './who-is-asked.ts'

/** Somebody whom a round concerns. */
export type PersonAsked = {
  accountId: string
  name: string
  /** Of how many actions they are the first, and on how many of those anything was reported. */
  asked: number
  answered: number
  /** Links that still open something. */
  links: number
  isWaited: boolean
  isAway: boolean
}

/** Whom a round asks, those first for whom it waits. One statement. */
export async function readPeopleAsked(
  tx: DatabaseTransaction,
  municipalityId: string,
  round: Round,
  asked: readonly AskedAction[],
  people: People,
  today: string,
): Promise<PersonAsked[]> {
  const links = await findLinkRows(tx, municipalityId, round.id)
  const waiting = whoIsAsked(round, asked, people, today)
  const ids = new Set([
    ...asked.flatMap(({ accountId, deputyId }) => [accountId, deputyId]),
    ...waiting.keys(),
  ])
  const collator = new Intl.Collator('lv')
  return [...ids]
    .flatMap((accountId): PersonAsked[] => {
      if (accountId === null) return []
      const first = asked.filter((one) => one.accountId === accountId)
      const own = first.length > 0 ? first : asked.filter((one) => isTheirs(one, accountId))
      return [
        {
          accountId,
          name: people.holders.get(accountId)?.name ?? accountId,
          asked: own.length,
          answered: own.filter(({ reports }) => reports.length > 0).length,
          links: links.filter((row) => row.account_id === accountId && row.revoked_on === null).length,
          isWaited: waiting.has(accountId),
          isAway: people.away.has(accountId),
        },
      ]
    })
    .toSorted((a, b) => Number(b.isWaited) - Number(a.isWaited) || collator.compare(a.name, b.name))
}
