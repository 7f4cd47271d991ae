import { refuse } from '#platform/refuse.ts'
import { mayAnywhere, type User } from '#platform/users.ts'

/** Stops whoever may read nothing that institutions hand in, not even of one of them. */
export function demandReader(user: User, municipalityId: string) {
  if (!mayAnywhere(user, 'collection.read', municipalityId)) refuse(403, 'platform.refused.grant')
}
