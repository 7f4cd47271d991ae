import { csvResponse } from '#platform/csv.ts'
import { IN_FILE } from '../read-journal.server.ts'
import { readSecurity } from '../read-security.server.ts'
import { SECURITY_PARAMETERS } from '../security-query.ts'
import type { Route } from './+types/security-file'

export const handle = { parameters: SECURITY_PARAMETERS, reads: ['platform.account.read'] }

/** The events of the security log that were asked for, as a file. */
export async function loader(asked: Route.LoaderArgs) {
  const { names, events } = await readSecurity(asked, IN_FILE)
  const nameOf = (id: string | null) => (id === null ? null : names.accounts[id])
  return csvResponse(
    'drosiba.csv',
    ['at', 'kind', 'account', 'account_name', 'actor', 'actor_name', 'client_address', 'user_agent'],
    events.map((event) => [
      event.at.toISOString(),
      event.kind,
      event.accountId,
      nameOf(event.accountId),
      event.actor,
      nameOf(event.actor),
      event.clientAddress,
      event.userAgent,
    ]),
  )
}
