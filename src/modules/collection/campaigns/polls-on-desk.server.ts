import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DeskPart } from '#platform/module.ts'
import { capabilitiesOf, currentGrants, type User } from '#platform/users.ts'
import { findAnswersOf, findCountryPolls } from './country-poll-store.server.ts'

/** Questions of the country that a municipality has not answered yet, for whoever answers in its name. */
export async function pollsOnDesk(tx: DatabaseTransaction, user: User): Promise<DeskPart[]> {
  const places = placesOf(user)
  if (places.size === 0) return []
  const now = new Date()
  const open = (await findCountryPolls(tx)).filter(({ closesAt }) => now < closesAt)
  const parts: DeskPart[] = []
  for (const municipalityId of open.length > 0 ? places : []) {
    const answered = await findAnswersOf(tx, municipalityId)
    const count = open.filter(({ id }) => !answered.has(id)).length
    const label = 'collection.polls.desk' as const
    if (count > 0) parts.push({ municipalityId, label, values: { count }, address: '/datu-vaksana/aptaujas' })
  }
  return parts
}

function placesOf(user: User): Set<string> {
  const places = new Set<string>()
  for (const grant of currentGrants(user))
    if (grant.scope.kind === 'municipality' && capabilitiesOf(grant).includes('collection.poll.answer'))
      places.add(grant.scope.municipalityId)
  return places
}
