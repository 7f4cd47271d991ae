import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DeskPart } from '#platform/module.ts'
import { capabilitiesOf, currentGrants, type User } from '#platform/users.ts'
import { countWaiting } from './queue-store.server.ts'

/** Findings that somebody is to answer: those entrusted to the account, and those that nobody has answered. */
export async function findingsOnDesk(tx: DatabaseTransaction, user: User): Promise<DeskPart[]> {
  const places = currentGrants(user).flatMap((grant) =>
    grant.scope.kind === 'municipality' && capabilitiesOf(grant).includes('findings.edit')
      ? grant.scope.municipalityId
      : [],
  )
  const rows = await countWaiting(tx, user.id, [...new Set(places)])
  return rows.flatMap(({ municipality_id: municipalityId, mine, open }): DeskPart[] => [
    ...(mine === 0
      ? []
      : [
          {
            municipalityId,
            label: 'findings.desk.mine' as const,
            values: { count: mine },
            address: '/atradumi?whose=mine&state=open',
          },
        ]),
    ...(open === 0
      ? []
      : [
          {
            municipalityId,
            label: 'findings.desk.open' as const,
            values: { count: open },
            address: '/atradumi?state=open',
          },
        ]),
  ])
}
