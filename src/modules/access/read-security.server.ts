import { findSecurityEvents } from '#platform/accounts/security-log.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { readNames } from './holdings.server.ts'
import { readJournalAsked } from './journal-query.ts'
import { openAccess } from './place.server.ts'
import { securityFilterOf } from './security-query.ts'

type Asked = Parameters<typeof openAccess>[0]

/** Sign-ins and what was done to accounts, as asked for, with how everybody is called. */
export async function readSecurity(asked: Asked, limit: number) {
  const { db, user, place, language } = openAccess(asked, 'platform.account.read')
  const filters = readJournalAsked(asked.request)
  const names = await readNames(db, { placeId: place.id, reader: user }, language)
  const stretch = { limit, ...(filters.aiz === '' ? {} : { after: filters.aiz }) }
  const { events, hasMore } = await readAs(
    db,
    user,
    (tx) => findSecurityEvents(tx, securityFilterOf(filters, { municipalityId: place.id, names }), stretch),
    { municipalityId: place.id },
  )
  return { place, filters, names, events, after: hasMore ? events.at(-1)?.id : undefined }
}
